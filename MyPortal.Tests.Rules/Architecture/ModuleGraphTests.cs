namespace MyPortal.Tests.Rules.Architecture;

/// <summary>That a wrong edge is found, on a module that has nothing but wrong ones.</summary>
public sealed class ModuleGraphTests
{
    private static ModuleGraph Samples => new(typeof(ModuleGraphTests).Assembly, "MyPortal.Tests.Rules.Architecture.Samples");

    [Fact]
    public void Who_knows_a_module_above_is_named_wherever_it_stands() =>
        Samples.Module("Lower").Module("Upper", "Lower").Problems().ShouldBe(
        [
            "Lower must not know Upper: Lower.InAConstraint uses Upper.SecretThing",
            "Lower must not know Upper: Lower.InALambda uses Upper.Secret",
            "Lower must not know Upper: Lower.InATypeArgument uses Upper.SecretThing",
            "Lower must not know Upper: Lower.InAnAsyncMethod uses Upper.Secret",
            "Lower must not know Upper: Lower.InAnAttribute uses Upper.SecretThing",
        ]);

    [Fact]
    public void A_module_may_know_what_was_declared() =>
        Samples.Module("Upper").Module("Lower", "Upper").Problems().ShouldBe(["Upper must not know Lower: Upper.RightOne uses Lower.Known"]);

    [Fact]
    public void A_folder_that_is_no_module_is_named() =>
        Samples.Module("Lower").Problems().ShouldContain("Upper.Secret is in no declared module");

    [Fact]
    public void A_circle_cannot_be_declared() =>
        Should.Throw<ArgumentException>(() => Samples.Module("Lower", "Upper").Module("Upper", "Lower")).Message.ShouldStartWith("Lower may not know Upper");
}
