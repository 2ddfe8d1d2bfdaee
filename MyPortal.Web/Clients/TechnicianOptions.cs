using System.ComponentModel.DataAnnotations;

namespace MyPortal.Web.Clients;

/// <summary>Configuration section <c>Technicians</c>: what a page asks of ProfileApi about technicians.</summary>
public sealed class TechnicianOptions
{
    public const string Section = "Technicians";

    /// <summary>
    /// What a ticket page waits for ProfileApi at most, 10 ms to 100 s. The default lets it answer within 800 ms whatever happens there.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:40", ParseLimitsInInvariantCulture = true,
        ErrorMessage = "Technicians:Timeout is a time such as 00:00:00.450, from 10 milliseconds to 100 seconds.")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMilliseconds(450);
}
