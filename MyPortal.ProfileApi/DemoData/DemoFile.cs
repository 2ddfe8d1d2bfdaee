using System.Text.Json;

namespace MyPortal.ProfileApi.DemoData;

internal sealed record DemoFile(string Password, DemoFile.Company[] Companies, DemoFile.Person[] People)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static async Task<DemoFile> ReadAsync(CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "DemoData", "people.json"));
        return await JsonSerializer.DeserializeAsync<DemoFile>(file, Json, cancellationToken)
            ?? throw new InvalidDataException("DemoData/people.json is empty.");
    }

    internal sealed record Company(Guid Id, string Name);

    internal sealed record Person(Guid Id, string Name, string Email, string Role, string? Company, bool SeesCompanyTickets, string? BookingLinkUrl);
}
