using System.Text.Json;

namespace MyPortal.Web.Pages;

/// <summary>The demo accounts that the sign-in page offers in Development. The file is not published, so nowhere else can it show any.</summary>
public sealed class DemoAccounts(IHostEnvironment environment)
{
    public DemoAccountList? List { get; } = Read(environment);

    private static DemoAccountList? Read(IHostEnvironment environment)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "DemoData", "people.json");
        return environment.IsDevelopment() && File.Exists(file)
            ? JsonSerializer.Deserialize<DemoAccountList>(File.ReadAllText(file), JsonSerializerOptions.Web)
            : null;
    }
}

public sealed record DemoAccountList(string Password, IReadOnlyList<DemoAccount> People);

public sealed record DemoAccount(string Name, string Email, string Role, string? Company, string Note);
