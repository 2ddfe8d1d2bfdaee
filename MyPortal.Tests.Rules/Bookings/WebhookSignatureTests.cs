using System.Text;
using System.Text.Json.Nodes;
using MyPortal.TicketApi.CalCom.Inbox;

namespace MyPortal.Tests.Rules.Bookings;

public sealed class WebhookSignatureTests
{
    private static readonly JsonNode Signatures = JsonNode.Parse(WebhookReaderTests.Sample("_signatures"))!;

    private static string Secret => Signatures["secret"]!.GetValue<string>();

    public static TheoryData<string, string> Samples() => [.. Signatures["files"]!.AsObject().Select(file =>
        new TheoryDataRow<string, string>(Path.GetFileNameWithoutExtension(file.Key), file.Value!["headers"]!["X-Cal-Signature-256"]!.GetValue<string>()))];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_sample_has_the_signature_that_it_came_with(string name, string signature)
    {
        var body = WebhookReaderTests.Sample(name);

        WebhookSignature.IsValid(body, signature, [Secret]).ShouldBeTrue();
        WebhookSignature.IsValid(body, signature, ["another", Secret]).ShouldBeTrue();
        WebhookSignature.IsValid(body, signature, ["another"]).ShouldBeFalse();
        WebhookSignature.IsValid(body.AsSpan(1), signature, [Secret]).ShouldBeFalse();
        WebhookSignature.IsValid(body, signature, []).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no-secret-provided")]
    [InlineData("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    public void What_is_no_signature_is_refused(string? signature) =>
        WebhookSignature.IsValid(Encoding.UTF8.GetBytes("{}"), signature, [Secret, ""]).ShouldBeFalse();

    [Fact]
    public void An_empty_secret_signs_nothing()
    {
        var body = Encoding.UTF8.GetBytes("{}");
        // HMAC with an empty key, which anybody can compute.
        WebhookSignature.IsValid(body, Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData(Array.Empty<byte>(), body)), [""]).ShouldBeFalse();
    }
}
