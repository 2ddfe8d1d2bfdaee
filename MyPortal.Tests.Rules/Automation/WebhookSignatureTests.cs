using System.Security.Cryptography;
using System.Text;
using MyPortal.TicketApi.Automation.Outgoing;

namespace MyPortal.Tests.Rules.Automation;

public sealed class WebhookSignatureTests
{
    [Fact]
    public void The_signature_is_that_of_time_and_body()
    {
        var body = Encoding.UTF8.GetBytes("""{"id":1}""");
        var signature = WebhookSignature.Create("mps_secret", DateTimeOffset.FromUnixTimeSeconds(1_800_000_000), body);

        // As a receiver would compute it.
        var expected = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("mps_secret"), Encoding.UTF8.GetBytes("""1800000000.{"id":1}""")));
        signature.ShouldBe($"t=1800000000,v1={expected}");
    }
}
