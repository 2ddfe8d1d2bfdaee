namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>The part of the configuration that decides about links, ready for use.</summary>
/// <param name="SelfHostedOrigins">Origins whose Cal.com may be embedded, and which may have a port.</param>
/// <param name="StandInOrigin">The one origin exempt from the rules for hosts; null outside Development.</param>
internal sealed record LinkRules(IReadOnlyCollection<string> SelfHostedOrigins, string? StandInOrigin)
{
    public static LinkRules None { get; } = new([], null);

    public static LinkRules From(CalComOptions options, IHostEnvironment environment) =>
        new(options.SelfHostedOrigins, environment.IsDevelopment() && options.StandInOrigin is { Length: > 0 } origin ? origin.TrimEnd('/') : null);
}
