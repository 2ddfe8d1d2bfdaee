using System.Text.Json;

namespace MyPortal.Tests.Fixtures;

/// <summary>One of the demo people; every running portal of these tests knows them.</summary>
public sealed record Person(Guid Id, string Name, string Email, string Role, string? Company, string? BookingLinkUrl);

/// <summary>The demo people by their first names, as DemoData/people.json has them.</summary>
public static class Demo
{
    private static readonly DemoFile File = Read();

    public static string Password => File.Password;

    public static IReadOnlyList<Person> Everybody => File.People;

    /// <summary>Sees all tickets of Northwind Bakery.</summary>
    public static Person Casey => Named("Casey");

    /// <summary>Sees their own tickets at Northwind Bakery.</summary>
    public static Person Robin => Named("Robin");

    /// <summary>Sees all tickets of another company, Harbour Dental.</summary>
    public static Person Harper => Named("Harper");

    /// <summary>Sees their own tickets at Harbour Dental.</summary>
    public static Person Quinn => Named("Quinn");

    /// <summary>Technician whose link leads to the Cal.com stand-in.</summary>
    public static Person Tess => Named("Tess");

    /// <summary>Technician with a cal.com link.</summary>
    public static Person Cal => Named("Cal");

    /// <summary>Technician with a Calendly link.</summary>
    public static Person Lee => Named("Lee");

    /// <summary>Technician without a link.</summary>
    public static Person Nolan => Named("Nolan");

    public static Person Ada => Named("Ada");

    private static Person Named(string firstName) => Everybody.Single(person => person.Name.StartsWith(firstName + " ", StringComparison.Ordinal));

    private static DemoFile Read()
    {
        var json = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "DemoData", "people.json"));
        return JsonSerializer.Deserialize<DemoFile>(json, JsonSerializerOptions.Web)!;
    }

    private sealed record DemoFile(string Password, IReadOnlyList<Person> People);
}
