using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace MyPortal.Web.Telemetry;

/// <summary>
/// Where the portal's own spans and metrics come from; each module has its own, and every name is explained in docs/observability.md. Never
/// a name, an address or ticket text.
/// </summary>
public static class PortalTelemetry
{
    public const string SourceName = "MyPortal.Web";

    public static readonly ActivitySource Source = new(SourceName);

    public static readonly Meter Meter = new(SourceName);
}
