namespace MyPortal.Tests.Identity;

/// <summary>The part of a validation problem that says which fields are wrong.</summary>
internal sealed record FieldErrors(IReadOnlyDictionary<string, string[]> Errors);
