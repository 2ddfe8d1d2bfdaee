namespace MyPortal.AppHost.LocalServices;

/// <summary>The questions that decide how PostgreSQL and Redis are served here. Each is answered within a few seconds.</summary>
internal interface IMachine
{
    /// <summary>True when a container engine answers. That its client is installed says nothing.</summary>
    Task<bool> ContainerEngineAnswersAsync(CancellationToken cancellationToken);

    /// <summary>A PostgreSQL of a supported version that is already on the machine, or null.</summary>
    Task<PostgresBinaries?> FindPostgresAsync(CancellationToken cancellationToken);

    Task<bool> HasNpmAsync(CancellationToken cancellationToken);
}
