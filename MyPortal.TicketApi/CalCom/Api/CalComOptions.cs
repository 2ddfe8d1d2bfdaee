using Microsoft.Extensions.Options;

namespace MyPortal.TicketApi.CalCom.Api;

/// <summary>Configuration section <c>CalCom</c>, as far as this service reads it.</summary>
internal sealed class CalComOptions
{
    public const string Section = "CalCom";

    /// <summary>Where Cal.com's API v2 answers. By default the stand-in's if there is one, else <c>https://api.cal.com/v2</c>.</summary>
    public string? ApiUrl { get; set; }

    /// <summary>Where the Cal.com stand-in runs. Development only.</summary>
    public string? StandInOrigin { get; set; }

    /// <summary>
    /// With a slash at the end. It comes from the configuration and from nothing else: whoever could choose it could make this service send
    /// API keys, and requests into its own network.
    /// </summary>
    public Uri Api => new(Base.TrimEnd('/') + "/");

    /// <summary>Where the people of that Cal.com move and cancel their bookings, for bookings that do not say it; null when it is a server of somebody's own.</summary>
    public string? BookerUrl => Api.Host switch
    {
        "api.cal.com" => "https://cal.com",
        "api.cal.eu" => "https://cal.eu",
        _ => StandInOrigin is { Length: > 0 } origin ? origin.TrimEnd('/') : null,
    };

    private string Base =>
        ApiUrl is { Length: > 0 } ? ApiUrl
        : StandInOrigin is { Length: > 0 } ? StandInOrigin.TrimEnd('/') + "/v2"
        : "https://api.cal.com/v2";
}

/// <summary>A key sent to the wrong place is lost: the service does not start with a doubtful address.</summary>
internal sealed class CalComOptionsValidator(IHostEnvironment environment) : IValidateOptions<CalComOptions>
{
    public ValidateOptionsResult Validate(string? name, CalComOptions options)
    {
        var problems = new List<string>();
        if (options.StandInOrigin is { Length: > 0 } && !environment.IsDevelopment())
            problems.Add("CalCom:StandInOrigin may be set in Development only.");
        if (options.ApiUrl is { Length: > 0 } url && !IsAddress(url))
            problems.Add($"CalCom:ApiUrl: \"{url}\" is not an https address such as https://api.cal.com/v2.");
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private bool IsAddress(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && address.Query.Length == 0
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && environment.IsDevelopment()));
}
