namespace MyPortal.Tests.Rules.Architecture.Samples.Upper;

/// <summary>What nobody in <c>Lower</c> may know.</summary>
internal static class Secret
{
    public static string Word => "";
}

internal sealed class SecretThing;
