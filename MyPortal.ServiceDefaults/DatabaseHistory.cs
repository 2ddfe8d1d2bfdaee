namespace MyPortal.ServiceDefaults;

/// <summary>What a service's <c>--migrate</c> asks first.</summary>
public static class DatabaseHistory
{
    /// <summary>
    /// Null when this version knows all migrations that the database has. Otherwise the one sentence to end with, before anything is
    /// changed: what is there was made by another version, and this one would fail on it at some later point.
    /// </summary>
    /// <param name="database">Its name, for people.</param>
    /// <param name="applied">The migrations that the database has.</param>
    /// <param name="known">Those of this version.</param>
    public static string? FindProblem(string database, IEnumerable<string> applied, IEnumerable<string> known)
    {
        var unknown = string.Join(", ", applied.Except(known));
        return unknown.Length == 0
            ? null
            : $"{database} was made by another version of MyPortal and is left as it is, because this version does not know what that one did "
                + $"({unknown}): to begin with fresh data, stop the AppHost and delete its data folder .data, or the container volumes "
                + "myportal-postgres-… and myportal-cache-… (README.md, \"Local data\").";
    }
}
