namespace MyPortal.ServiceDefaults.Apis;

/// <summary>Roles as they are written in access tokens. Everyone has exactly one.</summary>
public static class PortalRoles
{
    public const string Customer = "customer";
    public const string Technician = "technician";
    public const string Administrator = "administrator";

    public static readonly string[] All = [Customer, Technician, Administrator];

    /// <summary>Who works on tickets, and so may have a booking link.</summary>
    public static readonly string[] Staff = [Technician, Administrator];
}
