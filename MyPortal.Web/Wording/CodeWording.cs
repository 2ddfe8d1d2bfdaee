namespace MyPortal.Web.Wording;

/// <summary>How the codes of the APIs read on a page.</summary>
public static class CodeWording
{
    /// <summary>A code in words: <c>waiting_for_call</c> → "Waiting for call". An unknown one stays readable.</summary>
    public static string InWords(this string code) =>
        code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' ');
}
