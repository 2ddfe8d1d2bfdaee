using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MyPortal.TicketApi.Automation;

/// <summary>How rules and what they did stand in the database: the same spelling as over HTTP.</summary>
internal static class AutomationJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };
}

internal sealed class JsonConverter<T>() : ValueConverter<T, string>(
    value => JsonSerializer.Serialize(value, AutomationJson.Options),
    json => JsonSerializer.Deserialize<T>(json, AutomationJson.Options)!)
    where T : class;

/// <summary>These values are replaced as a whole and never changed in place.</summary>
internal sealed class ByReference<T>() : ValueComparer<T>((left, right) => ReferenceEquals(left, right), value => value.GetHashCode(), value => value)
    where T : class;
