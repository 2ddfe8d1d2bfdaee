namespace MyPortal.Tests.Fixtures;

/// <summary>A refusal (RFC 9457). <paramref name="Errors"/> are messages by field, of refusals that name fields.</summary>
internal sealed record Problem(int Status, string Detail = "", string? Title = null, IReadOnlyDictionary<string, string[]>? Errors = null)
{
    public IReadOnlyDictionary<string, string[]> Fields => Errors.ShouldNotBeNull();
}
