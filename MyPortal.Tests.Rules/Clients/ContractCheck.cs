using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MyPortal.Tests.Shared;

namespace MyPortal.Tests.Rules.Clients;

/// <summary>Holds what a client sends and reads against an API's document, and collects what does not fit.</summary>
internal sealed class ContractCheck(ApiDescription description)
{
    private static readonly Dictionary<Type, (string Type, string? Format)> Values = new()
    {
        [typeof(string)] = ("string", null),
        [typeof(Guid)] = ("string", "uuid"),
        [typeof(DateTimeOffset)] = ("string", "date-time"),
        [typeof(bool)] = ("boolean", null),
        [typeof(long)] = ("integer", "int64"),
        [typeof(int)] = ("integer", "int32"),
    };

    private readonly NullabilityInfoContext _nullability = new();
    private readonly HashSet<(Type, string)> _held = [];

    public List<string> Problems { get; } = [];

    /// <summary>The records that have been held.</summary>
    public IEnumerable<Type> Records => _held.Select(pair => pair.Item1);

    public void Hold(ClientCall call)
    {
        if (description.FindOperation(call.Verb, call.Path) is not { } operation)
        {
            Report(call.Name, $"has no {call.Verb} {call.Path}");
            return;
        }
        HoldParameters(call, operation);
        HoldBody(call, operation["requestBody"]);

        // Task<ApiResult<T>>; a T of object means that no answer is read.
        var answer = _nullability.Create(call.Method.ReturnParameter).GenericTypeArguments[0].GenericTypeArguments[0];
        if (answer.Type == typeof(object))
            return;
        if (ApiDescription.AnswerOf(operation) is { } schema)
            Hold(answer, schema, call.Name);
        else
            Report(call.Name, $"answers {call.Verb} {call.Path} without a value");
    }

    /// <summary>Holds a record that is read from this schema.</summary>
    public void Hold(Type record, JsonNode schema) => HoldFields(record, description.Read(schema));

    private void HoldParameters(ClientCall call, JsonNode operation)
    {
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(parameter => (
            Place: parameter!["in"]!.GetValue<string>(), Name: parameter["name"]!.GetValue<string>(), Required: parameter["required"]?.GetValue<bool>() ?? false)).ToArray();
        foreach (var name in call.Query.Where(name => !parameters.Any(parameter => parameter.Place == "query" && parameter.Name == name)))
            Report(call.Name, $"knows no query parameter {name}");
        foreach (var parameter in parameters.Where(parameter => parameter.Place == "query" && parameter.Required && !call.Query.Contains(parameter.Name)))
            Report(call.Name, $"demands the query parameter {parameter.Name}");
        if (call.SendsVersion != parameters.Any(parameter => parameter is { Place: "header", Name: "If-Match" }))
            Report(call.Name, call.SendsVersion ? "knows no If-Match" : "wants If-Match");
    }

    private void HoldBody(ClientCall call, JsonNode? described)
    {
        if ((call.Body is null) != (described is null))
            Report(call.Name, call.Body is null ? "wants a body" : "wants no body");
        if (call.Body is null || described?["content"]?["application/json"]?["schema"] is not { } node)
            return;

        var schema = description.Read(node);
        foreach (var missing in schema.Required.Where(name => !call.Body.ContainsKey(name)))
            Report(call.Name, $"demands {missing} in {schema.Name}");
        foreach (var (name, value) in call.Body)
        {
            if (schema.Property(name) is not { } property)
                Report(call.Name, $"knows no {name} in {schema.Name}");
            else if (description.Read(property).Type != Spelling(value!))
                Report(call.Name, $"wants {name} of {schema.Name} as {description.Read(property).Type}, not {Spelling(value!)}");
        }
    }

    private void Hold(NullabilityInfo reader, JsonNode node, string where)
    {
        var schema = description.Read(node);
        if (schema.MayBeNull && reader.ReadState is NullabilityState.NotNull)
            Report(where, "may answer null");

        var type = Nullable.GetUnderlyingType(reader.Type) ?? reader.Type;
        var (expected, format) = Spelling(type);
        if (schema.Type != expected || schema.Format != format)
            Report(where, $"answers {$"{schema.Type} {schema.Format}".TrimEnd()}, which is not {type.Name}");
        else if (expected == "array")
            Hold(reader.ElementType ?? reader.GenericTypeArguments[0], schema.Node["items"]!, where);
        else if (expected == "object" && type.IsGenericType)
            Hold(reader.GenericTypeArguments[1], schema.Node["additionalProperties"]!, where);
        else if (expected == "object")
            HoldFields(type, schema);
    }

    private void HoldFields(Type record, ApiSchema schema)
    {
        if (!_held.Add((record, schema.Name)))
            return;
        // What has a default is not the API's: the client fills it in itself.
        foreach (var field in record.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().Where(field => !field.HasDefaultValue))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(field.Name!);
            var where = $"{record.Name}.{field.Name}";
            if (schema.Property(name) is not { } property)
            {
                Report(where, $"has no {name} in {schema.Name}");
                continue;
            }
            var reader = _nullability.Create(field);
            if (reader.ReadState is NullabilityState.NotNull && !schema.Required.Contains(name))
                Report(where, $"may leave {name} out of {schema.Name}");
            Hold(reader, property, where);
        }
    }

    private void Report(string where, string what) => Problems.Add($"{where}: {description.Api} {what}.");

    private static (string Type, string? Format) Spelling(Type type) =>
        Values.TryGetValue(type, out var spelling) ? spelling
        : type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)) ? ("array", null)
        : ("object", null);

    private static string Spelling(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Number => "integer",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => "string",
    };
}
