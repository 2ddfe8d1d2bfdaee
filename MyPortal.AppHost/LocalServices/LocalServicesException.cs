namespace MyPortal.AppHost.LocalServices;

/// <summary>The machine lacks something that only its owner can provide. The message says what, and is all that is shown.</summary>
internal sealed class LocalServicesException(string message) : DistributedApplicationException(message);
