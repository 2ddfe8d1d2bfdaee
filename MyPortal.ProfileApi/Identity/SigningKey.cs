namespace MyPortal.ProfileApi.Identity;

/// <summary>A key pair that signs access tokens, shared by all replicas through the database.</summary>
internal sealed class SigningKey
{
    /// <summary>Also the <c>kid</c> in tokens and in the published key set.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>PKCS #8, encrypted by Data Protection: a copy of this table alone signs nothing.</summary>
    public required byte[] ProtectedPrivateKey { get; init; }
}
