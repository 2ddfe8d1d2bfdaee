using System.Globalization;
using System.Threading.RateLimiting;

namespace MyPortal.TicketApi.CalCom.Inbox;

internal static class WebhookLimits
{
    /// <summary>The policy of the webhook's address: 300 at once and 50 a second for each connection, and for each replica.</summary>
    public const string ByConnection = "webhooks-by-connection";

    public static void AddWebhookLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromSeconds(1);
            context.HttpContext.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(ByConnection, context => RateLimitPartition.GetTokenBucketLimiter(
            context.GetRouteValue("connection") as string ?? "",
            _ => new()
            {
                TokenLimit = 300,
                TokensPerPeriod = 5,
                ReplenishmentPeriod = TimeSpan.FromMilliseconds(100),
                QueueLimit = 0,
                AutoReplenishment = true,
            }));
    });
}
