namespace MyPortal.Tests.Rules.Architecture.Samples.Lower;

internal static class Known
{
    public static string Word => "";
}
