using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Tickets;

/// <summary>Who calls in the tables of these tests, by the part they play towards a ticket of Robin's.</summary>
internal static class Callers
{
    public const string Anonymous = "anonymous";
    public const string Requester = "the requester";
    public const string Company = "a colleague who sees the company";
    public const string OtherCustomer = "another company's customer";
    public const string OtherCompany = "another company's customer who sees that company";
    public const string Technician = "a technician";
    public const string Administrator = "an administrator";

    public static readonly string[] All = [Anonymous, Requester, Company, OtherCustomer, OtherCompany, Technician, Administrator];

    public static async Task<HttpClient> ClientAsync(this PortalFixture portal, string caller) => caller switch
    {
        Anonymous => portal.CreateClient("ticketapi"),
        Requester => await portal.ApiClientAsync("ticketapi", Demo.Robin),
        Company => await portal.ApiClientAsync("ticketapi", Demo.Casey),
        OtherCustomer => await portal.ApiClientAsync("ticketapi", Demo.Quinn),
        OtherCompany => await portal.ApiClientAsync("ticketapi", Demo.Harper),
        Technician => await portal.ApiClientAsync("ticketapi", Demo.Tess),
        Administrator => await portal.ApiClientAsync("ticketapi", Demo.Ada),
        _ => throw new ArgumentOutOfRangeException(nameof(caller), caller, "Nobody of that name."),
    };
}
