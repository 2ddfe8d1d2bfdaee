using Microsoft.AspNetCore.Identity;
using MyPortal.ServiceDefaults.Apis;

namespace MyPortal.ProfileApi.Identity;

/// <summary>A person who can sign in. <see cref="IdentityUser{TKey}.UserName"/> is the e-mail address.</summary>
internal sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>False for people who have left: they cannot sign in, refresh a session or be assigned.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>Set for customers only.</summary>
    public Guid? CompanyId { get; set; }

    public Company? Company { get; set; }

    /// <summary>A customer who may read every ticket of the company, not only their own.</summary>
    public bool SeesCompanyTickets { get; set; }

    /// <summary>Normalised when it was saved; at most 500 characters.</summary>
    public string? BookingLinkUrl { get; set; }

    /// <summary>Grows by one with each save of the link: so cached copies of it are known to be old.</summary>
    public long BookingLinkVersion { get; set; }
}

/// <summary>One of <see cref="PortalRoles.All"/>.</summary>
internal sealed class Role : IdentityRole<Guid>
{
    public Role() => Id = Guid.CreateVersion7();
}
