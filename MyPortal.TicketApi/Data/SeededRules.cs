namespace MyPortal.TicketApi.Data;

internal static class SeededRules
{
    /// <summary>Adds the rules that every portal starts with: data that <c>Migrations/SeededRules.sql</c> keeps as the first migration added it.</summary>
    public static string Sql
    {
        get
        {
            using var reader = new StreamReader(typeof(SeededRules).Assembly.GetManifestResourceStream("SeededRules.sql")!);
            return reader.ReadToEnd();
        }
    }
}
