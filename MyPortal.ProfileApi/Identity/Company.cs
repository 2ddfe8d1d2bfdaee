namespace MyPortal.ProfileApi.Identity;

/// <summary>A customer's company.</summary>
internal sealed class Company
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }
}
