using System.Buffers.Text;
using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using MyPortal.TicketApi.Mail;

namespace MyPortal.Tests.Rules.Mail;

public sealed class UnsubscribeTokenTests
{
    private readonly EphemeralDataProtectionProvider _keys = new();
    private readonly Subscription _subscription = new(Guid.NewGuid(), Guid.NewGuid(), Reminders: true);

    private UnsubscribeTokens Tokens => new(_keys);

    [Fact]
    public void Says_whose_mails_of_what_end() => Tokens.Read(Tokens.Create(_subscription)).ShouldBe(_subscription);

    [Fact]
    public void Links_in_mails_that_were_sent_long_ago_keep_their_meaning()
    {
        byte[] bytes = [1, .. _subscription.PersonId.ToByteArray(), .. _subscription.TicketId.ToByteArray()];

        Tokens.Read(Base64Url.EncodeToString(_keys.CreateProtector("MyPortal.Unsubscribe.v1").Protect(bytes))).ShouldBe(_subscription);
    }

    [Fact]
    public void Anything_else_means_nothing()
    {
        Tokens.Read("").ShouldBeNull();
        Tokens.Read(new string('A', 100_000)).ShouldBeNull();
        Tokens.Read(Base64Url.EncodeToString(_keys.CreateProtector("MyPortal.Unsubscribe.v1").Protect(new byte[32]))).ShouldBeNull();
        Tokens.Read(Base64Url.EncodeToString(_keys.CreateProtector("Something else").Protect(new byte[33]))).ShouldBeNull();
        Gen.String.Sample(text => Tokens.Read(text) is null);
    }
}
