using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using MyPortal.ProfileApi.Identity;
using MyPortal.Tests.Fixtures;

namespace MyPortal.Tests.Identity;

/// <summary>Sign-in, refresh and the ends of a session, at ProfileApi's token endpoint.</summary>
public sealed class SessionTests(PortalFixture fixture)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_in_gives_a_token_of_ten_minutes_and_a_session()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var session = await lab.OpenSessionAsync(await lab.CreatePersonAsync("customer"));
        session.Answer.TokenType.ShouldBe("Bearer");
        session.Answer.ExpiresIn.ShouldBeInRange(400, 600);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        var wrong = await lab.SignInAsync(person.Email, "not the password");
        var unknown = await lab.SignInAsync("nobody@tests.example", "not the password");
        wrong.Status.ShouldBe(400);
        wrong.Refusal.Error.ShouldBe("invalid_grant");
        wrong.Refusal.Description.ShouldBe("The e-mail address or password is wrong.");
        unknown.Status.ShouldBe(wrong.Status);
        unknown.Text.ShouldBe(wrong.Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("no address")]
    [InlineData("' or 1=1 --")]
    public async Task An_address_that_is_none_is_refused_without_an_error(string email)
    {
        var lab = await ProfileLab.OfAsync(fixture);
        (await lab.SignInAsync(email, "x")).Status.ShouldBe(400);
    }

    [Fact]
    public async Task An_endless_password_is_refused_without_an_error()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        (await lab.SignInAsync(person.Email, new string('x', 100_000))).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_client_with_the_wrong_secret_gets_nothing()
    {
        var lab = await ProfileLab.OfAsync(fixture) with { ClientSecret = "guessed" };
        var answer = await lab.SignInAsync("nobody@tests.example");
        answer.Status.ShouldBe(401);
        answer.Refusal.Error.ShouldBe("invalid_client");
    }

    [Fact]
    public async Task A_refresh_gives_an_access_token_again_and_again_and_no_other_refresh_token()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var session = await lab.OpenSessionAsync(await lab.CreatePersonAsync("technician"));
        for (var i = 0; i < 3; i++)
        {
            var answer = await lab.RefreshAsync(session.RefreshToken);
            answer.Status.ShouldBe(200);
            JsonNode.Parse(answer.Text)!.AsObject().ContainsKey("refresh_token").ShouldBeFalse();
            using var client = lab.As(answer.Tokens.AccessToken);
            (await client.GetAsync("/api/profile/me", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task Access_tokens_leave_no_row_in_the_database()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("technician");
        var session = await lab.OpenSessionAsync(person);
        await lab.RefreshAsync(session.RefreshToken);
        await using var db = lab.OpenDatabase();
        (await db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken<Guid>>()
            .CountAsync(token => token.Subject == person.Id.ToString(), Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task After_sign_out_the_session_cannot_be_refreshed()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var session = await lab.OpenSessionAsync(await lab.CreatePersonAsync("customer"));
        await lab.RefreshAsync(session.RefreshToken);
        using var client = lab.CreateClient();
        using var request = lab.AsWebClient("/connect/revoke", [("token", session.RefreshToken)]);
        (await client.SendAsync(request, Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);
        ShouldBeInvalidGrant(await lab.RefreshAsync(session.RefreshToken));
    }

    [Fact]
    public async Task A_person_who_has_left_can_neither_refresh_nor_sign_in()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("technician");
        var session = await lab.OpenSessionAsync(person);
        await using var db = lab.OpenDatabase();
        await db.Users.Where(user => user.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false), Cancellation);
        ShouldBeInvalidGrant(await lab.RefreshAsync(session.RefreshToken));
        ShouldBeInvalidGrant(await lab.SignInAsync(person.Email));
    }

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        for (var i = 0; i < 5; i++)
            ShouldBeInvalidGrant(await lab.SignInAsync(person.Email, $"wrong {i}"));

        var answer = await lab.SignInAsync(person.Email);
        answer.Status.ShouldBe(400);
        answer.Refusal.Description.ShouldBe("This account is locked for a while after too many attempts.");
    }

    [Fact]
    public async Task Guesses_sent_at_the_same_moment_each_count()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => lab.SignInAsync(person.Email, $"wrong {i}")));
        (await lab.SignInAsync(person.Email)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Four_wrong_passwords_are_forgiven_by_the_right_one()
    {
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++)
                ShouldBeInvalidGrant(await lab.SignInAsync(person.Email, $"wrong {i}"));
            (await lab.SignInAsync(person.Email)).Status.ShouldBe(200);
        }
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_keeps_the_own()
    {
        const string NewPassword = "another password for tests";
        var lab = await ProfileLab.OfAsync(fixture);
        var person = await lab.CreatePersonAsync("customer");
        var other = await lab.OpenSessionAsync(person);
        var own = await lab.OpenSessionAsync(person);

        using var client = lab.As(own.AccessToken);
        var answer = await client.PostAsJsonAsync("/api/profile/me/password", new { currentPassword = ProfileLab.Password, newPassword = NewPassword }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        ShouldBeInvalidGrant(await lab.RefreshAsync(other.RefreshToken));
        (await lab.RefreshAsync(own.RefreshToken)).Status.ShouldBe(200);
        ShouldBeInvalidGrant(await lab.SignInAsync(person.Email));
        (await lab.SignInAsync(person.Email, NewPassword)).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("not the password", "another password for tests", "currentPassword")]
    [InlineData(ProfileLab.Password, "elevenchars", "newPassword")]
    [InlineData(ProfileLab.Password, "", "newPassword")]
    public async Task A_password_that_cannot_be_changed_says_which_field_is_wrong(string current, string next, string field)
    {
        var lab = await ProfileLab.OfAsync(fixture);
        using var client = await lab.SignedInClientAsync(await lab.CreatePersonAsync("customer"));
        var answer = await client.PostAsJsonAsync("/api/profile/me/password", new { currentPassword = current, newPassword = next }, Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        (await answer.ReadStrictlyAsync<Problem>()).Fields.Keys.ShouldBe([field]);
    }

    private static void ShouldBeInvalidGrant(TokenAnswer answer)
    {
        answer.Status.ShouldBe(400);
        answer.Refusal.Error.ShouldBe("invalid_grant");
    }
}
