namespace MyPortal.ProfileApi.Identity;

/// <summary>What a person may do. Everyone has exactly one role.</summary>
internal enum PortalRole
{
    Customer,
    Technician,
    Administrator,
}

/// <summary>The roles as they are written in the database and in tokens.</summary>
internal static class PortalRoles
{
    public const string Customer = "customer";
    public const string Technician = "technician";
    public const string Administrator = "administrator";

    public static readonly string[] All = [Customer, Technician, Administrator];

    /// <summary>Who works on tickets, and so may have a booking link.</summary>
    public static readonly string[] Staff = [Technician, Administrator];

    public static PortalRole Parse(string name) => Enum.Parse<PortalRole>(name, ignoreCase: true);
}
