using System.Text.Json.Nodes;

namespace MyPortal.Tests.Shared;

/// <summary>An API's OpenAPI document, read as its clients would.</summary>
/// <param name="api">The API's name in messages, for example <c>TicketApi</c>.</param>
/// <param name="document">The document.</param>
internal sealed class ApiDescription(string api, JsonNode document)
{
    public string Api => api;

    public static string CommittedText(string api) => File.ReadAllText(Path.Combine(Repository.Project($"MyPortal.{api}"), "openapi.json"));

    public static JsonNode CommittedDocument(string api) => JsonNode.Parse(CommittedText(api))!;

    public static ApiDescription Committed(string api) => new(api, CommittedDocument(api));

    /// <summary>Every operation with its method and path, as messages name it.</summary>
    public static IEnumerable<(string Name, JsonNode Operation)> Operations(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select ($"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value!);

    /// <summary>The operation that would answer this request, or null.</summary>
    public JsonNode? FindOperation(string method, string path) => document["paths"]!.AsObject()
        .Where(template => Matches(template.Key.Split('/'), path.Split('/')))
        .Select(template => template.Value![method.ToLowerInvariant()])
        .FirstOrDefault(operation => operation is not null);

    /// <summary>The schema of the JSON that a successful answer holds, or null when it holds none.</summary>
    public static JsonNode? AnswerOf(JsonNode operation) => operation["responses"]!.AsObject()
        .Where(response => response.Key[0] == '2')
        .Select(response => response.Value!["content"]?["application/json"]?["schema"])
        .FirstOrDefault(schema => schema is not null);

    public JsonNode Component(string name) => document["components"]!["schemas"]![name] ?? throw new ArgumentException($"{api} describes no {name}.");

    /// <summary>The texts that a value of this enum may have, in the document's order.</summary>
    public string[] Texts(string name) => [.. Component(name)["enum"]!.AsArray().OfType<JsonNode>().Select(text => text.GetValue<string>())];

    /// <summary>A schema with its reference followed and its union with null taken apart.</summary>
    public ApiSchema Read(JsonNode schema)
    {
        var types = schema["type"] is JsonArray several ? [.. several.Select(type => type!.GetValue<string>())]
            : schema["type"] is { } one ? new[] { one.GetValue<string>() }
            : [];
        if (schema["oneOf"] is JsonArray choices)
        {
            var read = choices.Select(choice => Read(choice!)).ToArray();
            return read.Single(choice => choice.Type != "null") with { MayBeNull = read.Any(choice => choice.Type == "null") };
        }
        if (schema["$ref"]?.GetValue<string>().Split('/')[^1] is { } name)
            return Read(Component(name)) with { Name = name };
        // The generator leaves an enum's type out: all of this portal's are texts.
        var type = types.FirstOrDefault(type => type != "null") ?? types.FirstOrDefault() ?? (schema["enum"] is null ? "any" : "string");
        return new ApiSchema("a value", type, schema["format"]?.GetValue<string>(), types.Length > 1 && types.Contains("null"), schema);
    }

    private static bool Matches(string[] template, string[] path) =>
        template.Length == path.Length && template.Zip(path).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second);
}

/// <param name="Name">Of the component, if it is one.</param>
/// <param name="Type">In JSON Schema's words.</param>
/// <param name="Format">For example <c>uuid</c>.</param>
/// <param name="MayBeNull">Whether null is among its values.</param>
/// <param name="Node">The schema itself.</param>
internal sealed record ApiSchema(string Name, string Type, string? Format, bool MayBeNull, JsonNode Node)
{
    public JsonNode? Property(string name) => Node["properties"]?[name];

    public IEnumerable<string> Required => Node["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
}
