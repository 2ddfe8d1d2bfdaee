using System.ComponentModel.DataAnnotations;

namespace MyPortal.TicketApi.Infrastructure.Problems;

/// <summary>Text without NUL, which PostgreSQL cannot hold.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class PlainTextAttribute() : ValidationAttribute("This text contains a character (NUL) that cannot be kept.")
{
    public override bool IsValid(object? value) => value is not string text || !text.Contains('\0', StringComparison.Ordinal);
}

/// <summary>One line: no line breaks, tabs or other control characters.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class SingleLineAttribute() : ValidationAttribute("Keep it to one line, without tabs or other control characters.")
{
    public override bool IsValid(object? value) => value is not string text || !text.Any(char.IsControl);
}
