using Microsoft.Extensions.Configuration;

namespace MyPortal.AppHost.LocalServices;

/// <summary>What may serve PostgreSQL and Redis on a developer's machine.</summary>
internal enum LocalServicesMode
{
    /// <summary>Containers if a container engine answers, else processes.</summary>
    Auto,
    Containers,
    Processes,
}

/// <summary>Configuration section <c>LocalServices</c>; every value may be left out.</summary>
internal sealed record LocalServicesSettings
{
    public LocalServicesMode Mode { get; init; }

    /// <summary>Where local processes keep their data. Default: <c>.data</c> in the repository.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>The folder that holds <c>initdb</c> and <c>postgres</c>; asked before any other place.</summary>
    public string? PostgresBinDirectory { get; init; }

    public static LocalServicesSettings Read(IConfiguration configuration) =>
        configuration.GetSection("LocalServices").Get<LocalServicesSettings>() ?? new();
}
