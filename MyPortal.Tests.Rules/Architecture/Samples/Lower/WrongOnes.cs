using MyPortal.Tests.Rules.Architecture.Samples.Upper;

namespace MyPortal.Tests.Rules.Architecture.Samples.Lower;

// Each knows Upper in a place where signatures do not show it.
internal static class InALambda
{
    public static Func<Func<string>> Word => () => () => Secret.Word + Known.Word;
}

internal static class InAnAsyncMethod
{
    public static async Task<string> WordAsync()
    {
        await Task.Yield();
        return Secret.Word;
    }
}

internal static class InATypeArgument
{
    public static object Make() => Activator.CreateInstance<SecretThing>();
}

[System.ComponentModel.TypeConverter(typeof(SecretThing))]
internal static class InAnAttribute;

internal static class InAConstraint
{
    public static void Take<T>(T thing) where T : List<SecretThing[]> => thing.Clear();
}
