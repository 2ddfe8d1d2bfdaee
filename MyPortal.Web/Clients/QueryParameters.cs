namespace MyPortal.Web.Clients;

internal static class QueryParameters
{
    /// <summary>The address with those of the parameters that have a value.</summary>
    public static string With(this string path, params IEnumerable<(string Name, string? Value)> parameters) => path + QueryString.Create(
        parameters.Where(parameter => !string.IsNullOrEmpty(parameter.Value)).Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
}
