using System.Security.Claims;
using MyPortal.TicketApi.Tickets;
using MyPortal.TicketApi.Tickets.People;
using MyPortal.TicketApi.Tickets.Replies;

namespace MyPortal.Tests.Rules.Tickets;

public sealed class VisibilityTests
{
    private static readonly Guid Northwind = Guid.NewGuid();
    private static readonly Guid Harbour = Guid.NewGuid();
    private static readonly Caller Casey = Someone(Role.Customer, Northwind, seesCompany: true);
    private static readonly Caller Robin = Someone(Role.Customer, Northwind);
    private static readonly Caller Harper = Someone(Role.Customer, Harbour, seesCompany: true);
    private static readonly Caller Loner = Someone(Role.Customer, company: null, seesCompany: true);
    private static readonly Caller OtherLoner = Someone(Role.Customer, company: null, seesCompany: true);
    private static readonly Caller Tess = Someone(Role.Technician, company: null);

    private static readonly Ticket[] Everything = [.. new[] { Casey, Robin, Harper, Loner, Tess }.Select(Opened)];

    [Fact]
    public void Customers_see_their_own_tickets_only() => RequestersSeenBy(Robin).ShouldBe([Robin.Id]);

    [Fact]
    public void Customers_who_may_see_the_company_see_nothing_beyond_it() => RequestersSeenBy(Casey).ShouldBe([Casey.Id, Robin.Id], ignoreOrder: true);

    [Fact]
    public void Having_no_company_is_not_a_company_to_share() => RequestersSeenBy(OtherLoner).ShouldBeEmpty();

    [Fact]
    public void Staff_see_every_ticket() => RequestersSeenBy(Tess).Count.ShouldBe(Everything.Length);

    [Fact]
    public void No_scope_shows_more_than_may_be_seen()
    {
        foreach (var caller in new[] { Casey, Robin, Harper, Loner, OtherLoner, Tess })
        {
            foreach (var scope in Enum.GetValues<TicketScope>())
            {
                var seen = Everything.AsQueryable().InScope(scope, caller).Select(ticket => ticket.RequesterId);
                seen.ShouldBeSubsetOf(RequestersSeenBy(caller), $"{scope} for {caller.Name}");
            }
        }
    }

    [Fact]
    public void Scopes_are_ones_own_tickets_and_those_of_the_company()
    {
        Everything.AsQueryable().InScope(TicketScope.Mine, Casey).ShouldHaveSingleItem().RequesterId.ShouldBe(Casey.Id);
        Everything.AsQueryable().InScope(TicketScope.Company, Casey).Count().ShouldBe(2);
        Everything.AsQueryable().InScope(TicketScope.All, Tess).Count().ShouldBe(Everything.Length);
    }

    [Fact]
    public void Only_staff_read_internal_notes()
    {
        var replies = new[] { new Reply { Body = "public" }, new Reply { Body = "internal", IsInternal = true } }.AsQueryable();

        replies.ReadableBy(Tess).Count().ShouldBe(2);
        foreach (var customer in new[] { Casey, Robin, Harper, Loner })
            replies.ReadableBy(customer).Single().Body.ShouldBe("public");
    }

    [Theory]
    [InlineData("sub", "not-a-uuid")]
    [InlineData("sub", null)]
    [InlineData("role", "superuser")]
    [InlineData("role", "Technician")]
    [InlineData("role", null)]
    [InlineData("name", null)]
    public void A_token_without_the_claims_that_decide_access_is_nobody(string claim, string? value) =>
        Caller.From(Principal(("role", "technician"), (claim, value))).ShouldBeNull();

    [Fact]
    public void Company_claims_mean_nothing_for_staff()
    {
        var caller = Caller.From(Principal(("role", "technician"), ("company_id", Northwind.ToString()), ("company_tickets", "true")))!;

        caller.CompanyId.ShouldBeNull();
        caller.SeesCompanyTickets.ShouldBeFalse();
    }

    private static List<Guid> RequestersSeenBy(Caller caller) =>
        [.. Everything.AsQueryable().VisibleTo(caller).Select(ticket => ticket.RequesterId)];

    private static Ticket Opened(Caller requester) =>
        Ticket.Open(requester, new NewTicket("Subject", "Description"), DateTimeOffset.UnixEpoch);

    private static Caller Someone(Role role, Guid? company, bool seesCompany = false) =>
        new(Guid.NewGuid(), "Some Body", "some@body.example", role, company, "Company", seesCompany);

    private static ClaimsPrincipal Principal(params (string Type, string? Value)[] claims)
    {
        var all = new Dictionary<string, string?> { ["sub"] = Guid.NewGuid().ToString(), ["name"] = "Some Body", ["email"] = "some@body.example" };
        foreach (var (type, value) in claims)
            all[type] = value;
        return new ClaimsPrincipal(new ClaimsIdentity(
            all.Where(claim => claim.Value is not null).Select(claim => new Claim(claim.Key, claim.Value!)), "test"));
    }
}
