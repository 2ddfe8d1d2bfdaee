using Microsoft.Extensions.Options;

namespace MyPortal.ProfileApi.BookingLinks.Parsing;

/// <summary>Configuration section <c>CalCom</c>.</summary>
internal sealed class CalComOptions
{
    public const string Section = "CalCom";

    /// <summary>
    /// Self-hosted Cal.com installations whose embed script may run in our pages, as origins (<c>https://cal.example.org</c>, with a
    /// port if it is not 443). Listing one means trusting whoever runs it as much as this portal.
    /// </summary>
    public string[] SelfHostedOrigins { get; set; } = [];

    /// <summary>Where the Cal.com stand-in runs. Development only, and the only origin that may be http or localhost.</summary>
    public string? StandInOrigin { get; set; }
}

/// <summary>A wrong list would silently embed nothing, or the wrong thing: the service does not start with one.</summary>
internal sealed class CalComOptionsValidator(IHostEnvironment environment) : IValidateOptions<CalComOptions>
{
    public ValidateOptionsResult Validate(string? name, CalComOptions options)
    {
        var problems = options.SelfHostedOrigins
            .Where(origin => !IsOrigin(origin))
            .Select(origin => $"CalCom:SelfHostedOrigins: \"{origin}\" is not an origin. Write https:// and the host, without a path, in lower case: https://cal.example.org")
            .ToList();
        if (options.StandInOrigin is { Length: > 0 } && !environment.IsDevelopment())
            problems.Add("CalCom:StandInOrigin may be set in Development only.");

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static bool IsOrigin(string origin) =>
        !origin.EndsWith('/')
        && BookingLink.Parse(origin, new LinkRules([origin], StandInOrigin: null)) is { Url: { } url }
        && url == origin + "/";
}
