using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MyPortal.Tests.Fixtures;
using MyPortal.Tests.Identity;
using MyPortal.Web.Clients;

namespace MyPortal.Tests.BookingLinks;

/// <summary>Getting, setting and clearing a booking link over HTTP.</summary>
public sealed class BookingLinkEndpointTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("technician")]
    [InlineData("administrator")]
    public async Task Who_works_on_tickets_can_set_and_clear_a_link(string role)
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync(role);
        using var client = await lab.SignedInClientAsync(person);

        var saved = await (await client.SaveLinkAsync("  HTTPS://Cal.com:443/me/30min ")).Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        var link = saved.ReadAs<SavedBookingLink>().BookingLink.ShouldNotBeNull();
        link.Url.ShouldBe("https://cal.com/me/30min");
        link.Provider.ShouldBe("cal_com");
        link.Appearance.ShouldBe("embedded");
        link.Embed.ShouldNotBeNull().CalLink.ShouldBe("me/30min");

        var me = await client.GetFromJsonAsync<JsonElement>("/api/profile/me", Cancellation);
        me.ReadAs<Profile>().CanHaveBookingLink.ShouldBeTrue();
        // To the letter the same.
        me.GetProperty("bookingLink").GetRawText().ShouldBe(saved.GetProperty("bookingLink").GetRawText());
        (await client.ReadLinkAsync(person.Id)).Url.ShouldBe("https://cal.com/me/30min");

        (await client.SaveLinkAsync("  ")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.ReadLinkAsync(person.Id)).Url.ShouldBeNull();
    }

    [Fact]
    public async Task A_customer_has_none_and_may_not_set_one()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        using var client = await lab.SignedInClientAsync(person);
        (await client.SaveLinkAsync("https://cal.com/me")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await client.ReadStrictlyAsync<Profile>("/api/profile/me")).CanHaveBookingLink.ShouldBeFalse();
        (await client.GetAsync($"/technicians/{person.Id}/booking-link", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_of_technicians_is_for_those_who_assign()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var technician = await lab.CreatePersonAsync("technician");
        var customer = await lab.CreatePersonAsync("customer");
        using var staff = await lab.SignedInClientAsync(technician);
        using var outside = await lab.SignedInClientAsync(customer);

        var ids = (await staff.ReadStrictlyAsync<Technician[]>("/api/profile/technicians")).Select(person => person.Id).ToArray();
        ids.ShouldContain(technician.Id);
        ids.ShouldNotContain(customer.Id);
        (await staff.GetAsync($"/technicians/{technician.Id}", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await staff.GetAsync($"/technicians/{customer.Id}", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await outside.GetAsync("/api/profile/technicians", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await outside.GetAsync($"/technicians/{technician.Id}", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Five_hundred_and_one_characters_are_a_validation_problem()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        using var client = await lab.SignedInClientAsync(await lab.CreatePersonAsync("technician"));
        var longest = "https://cal.com/" + new string('a', 484);
        (await client.SaveLinkAsync(longest)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await client.SaveLinkAsync(longest + "a");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.ReadStrictlyAsync<Problem>()).Fields["url"][0].ShouldBe("A booking link can have at most 500 characters; this one has 501.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"url\":5}")]
    [InlineData("{\"url\":{\"x\":1}}")]
    [InlineData("{\"url\":\"https://cal.com/\\u0000\"}")]
    [InlineData("{\"url\":\"https://cal.com/\\ud800\"}")]
    public async Task Whatever_is_sent_is_answered_by_a_problem_and_changes_nothing(string body)
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("technician");
        using var client = await lab.SignedInClientAsync(person);
        await client.SaveLinkAsync("https://cal.com/before");

        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await client.PutAsync("/api/profile/me/booking-link", content, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await client.ReadLinkAsync(person.Id)).Url.ShouldBe("https://cal.com/before");
    }

    [Fact]
    public async Task The_second_lookup_is_answered_by_the_cache_with_and_without_a_link()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("technician");
        using var client = await lab.SignedInClientAsync(person);
        (await client.ReadUntilHitAsync(person.Id)).ShouldBeNull();
        await client.SaveLinkAsync("https://calendly.com/me");
        (await client.ReadUntilHitAsync(person.Id)).ShouldBe("https://calendly.com/me");
    }
}
