using MyPortal.Tests.Rules.Architecture.Samples.Lower;

namespace MyPortal.Tests.Rules.Architecture.Samples.Upper;

internal static class RightOne
{
    public static string Word => Known.Word;
}
