using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using MyPortal.Web.Security;
using MyPortal.Web.Session;
using MyPortal.Web.Telemetry;

namespace MyPortal.Web.BrowserTelemetry;

/// <summary>
/// <c>POST /telemetry/booking</c>: the browser's part of the ticket page's trace. Same origin, signed in, 8 KB at most, 30 reports a minute
/// and session. 202 when taken; 400 names what is wrong with it. What it says is shown to SREs and counted, and decides nothing.
/// </summary>
internal static class BookingReportEndpoint
{
    private const string RateLimit = "booking-reports";
    private const long MaxBodyBytes = 8 * 1024;
    private const int MaxSteps = 8;
    private static readonly TimeSpan MaxStepDuration = TimeSpan.FromHours(1);
    private static readonly TimeSpan MaxStepAge = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/telemetry/booking", Report)
        .RequireAuthorization()
        .RequireRateLimiting(RateLimit)
        .WithMetadata(new RequestSizeLimitAttribute(MaxBodyBytes), SameOriginWritesOnly.Instance)
        .DisableAntiforgery();

    public static void AddRateLimit(RateLimiterOptions limiter) => limiter.AddPolicy(RateLimit, context =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.User.FindFirst(PortalClaims.SessionHandle)?.Value ?? "",
            _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) }));

    private static Results<Accepted, ValidationProblem> Report(BookingReport report, PageTrace traces, TimeProvider clock)
    {
        if (!traces.TryRead(report.Trace, out var page))
            return Invalid("trace", "This is not a trace that this portal gave to a page within the last day.");

        // Browsers' clocks are off; the moment of sending is known on both, so the difference can be taken out.
        var now = clock.GetUtcNow();
        if (!TryOffset(report.SentAt, now, out var offset))
            return Invalid("sentAt", "Send the time in milliseconds since 1970.");

        if (report.Steps is not { Count: >= 1 and <= MaxSteps } steps)
            return Invalid("steps", $"Send one to {MaxSteps} steps.");
        if (!steps.All(step => IsPossible(step, report.SentAt)))
            return Invalid("steps", "A step is unknown, or its times are impossible.");

        foreach (var step in steps)
            Record(step!, page, offset);
        return TypedResults.Accepted((string?)null);
    }

    private static void Record(BookingStep step, ActivityContext page, TimeSpan offset)
    {
        var start = DateTimeOffset.UnixEpoch.AddMilliseconds(step.Start) + offset;
        var end = DateTimeOffset.UnixEpoch.AddMilliseconds(step.End) + offset;
        using var span = PortalTelemetry.Source.StartActivity(step.Name!, ActivityKind.Internal, page, startTime: start);
        span?.SetTag("telemetry.origin", "browser");
        if (step.Error is not null)
        {
            span?.SetTag("error.type", step.Error);
            span?.SetStatus(ActivityStatusCode.Error);
        }
        span?.SetEndTime(end.UtcDateTime);

        // A script that fails is counted once, when the calendar is known not to come.
        if (step.Name == BookingStepName.Ready && step.Error is not null)
            BookingReportTelemetry.EmbedFailed(step.Error);
        else if (step.Name == BookingStepName.Ready)
            BookingReportTelemetry.EmbedBecameReady(end - start);
        else if (step.Name == BookingStepName.Booked)
            BookingReportTelemetry.BookingReported();
    }

    private static bool IsPossible(BookingStep? step, double sentAt) =>
        step?.Name is not null && BookingStepName.All.Contains(step.Name)
        && (step.Error is null || BookingStepName.Errors.Contains(step.Error))
        && step.Start >= sentAt - MaxStepAge.TotalMilliseconds
        && step.End >= step.Start
        && step.End - step.Start <= MaxStepDuration.TotalMilliseconds
        && step.End <= sentAt + 1000;

    private static bool TryOffset(double sentAt, DateTimeOffset now, out TimeSpan offset)
    {
        offset = default;
        var difference = now.ToUnixTimeMilliseconds() - sentAt;
        // Ten years: a clock further off than that is not a clock.
        if (!double.IsFinite(difference) || Math.Abs(difference) > TimeSpan.FromDays(3650).TotalMilliseconds)
            return false;
        offset = TimeSpan.FromMilliseconds(difference);
        return true;
    }

    private static ValidationProblem Invalid(string field, string message) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = [message] });
}
