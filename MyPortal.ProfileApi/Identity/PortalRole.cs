namespace MyPortal.ProfileApi.Identity;

/// <summary>What a person may do. Everyone has exactly one role.</summary>
internal enum PortalRole
{
    Customer,
    Technician,
    Administrator,
}
