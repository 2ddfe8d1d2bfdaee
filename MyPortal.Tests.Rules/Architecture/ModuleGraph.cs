using System.Reflection;

namespace MyPortal.Tests.Rules.Architecture;

/// <summary>
/// The modules of a service and which of them may know which. They are declared from the bottom up: a module may know only what stands
/// below it, so there are no circles. A module is a folder, by its namespace; one of its sub-folders may be declared as a module of its own.
/// <para>Types outside every folder are the program: it may know everything, and nobody may know it.</para>
/// </summary>
/// <param name="assembly">The service.</param>
/// <param name="root">The namespace above the modules; by default the assembly's name.</param>
internal sealed class ModuleGraph(Assembly assembly, string? root = null)
{
    private const string TheProgram = "the program";

    private readonly string _root = (root ?? assembly.GetName().Name) + ".";
    private readonly Dictionary<string, string[]> _modules = [];

    /// <summary>Declares a module, for example <c>Tickets</c> or <c>BookingLinks.Parsing</c>, above those declared so far.</summary>
    public ModuleGraph Module(string name, params string[] mayKnow)
    {
        if (mayKnow.FirstOrDefault(known => !_modules.ContainsKey(known)) is { } above)
            throw new ArgumentException($"{name} may not know {above}, which does not stand below it.", nameof(mayKnow));
        _modules.Add(name, mayKnow);
        return this;
    }

    /// <summary>What is wrong, a line for each pair of types. A folder that is no module is wrong as well.</summary>
    public IReadOnlyList<string> Problems()
    {
        var uses = TypeUses.In(assembly);
        var homeless = uses.SelectMany(use => new[] { use.From, use.To }).Distinct()
            .Where(type => IsOurs(type) && ModuleOf(type) is null)
            .Select(type => $"{Short(type)} is in no declared module");
        var wrong = uses.Where(use => IsOurs(use.To) && !MayKnow(ModuleOf(use.From), ModuleOf(use.To)))
            .Select(use => $"{ModuleOf(use.From)} must not know {ModuleOf(use.To)}: {Short(use.From)} uses {Short(use.To)}");
        return [.. homeless.Concat(wrong).Order(StringComparer.Ordinal)];
    }

    public void ShouldHold()
    {
        if (Problems() is { Count: > 0 } problems)
            Assert.Fail(string.Join('\n', problems));
    }

    // Null for generated types outside the service's namespace, which belong to nobody, and for the homeless, who are told of once.
    private string? ModuleOf(string type)
    {
        if (type is "Program" || (IsOurs(type) && !Short(type).Contains('.')))
            return TheProgram;
        if (type.StartsWith("AspNetCoreGeneratedDocument.", StringComparison.Ordinal))
            return "Pages"; // what Razor makes of them
        return IsOurs(type) ? _modules.Keys.Where(module => Short(type).StartsWith(module + ".", StringComparison.Ordinal)).MaxBy(module => module.Length) : null;
    }

    private bool MayKnow(string? from, string? to) =>
        from is null or TheProgram || to is null || from == to || (_modules.TryGetValue(from, out var known) && known.Contains(to));

    private bool IsOurs(string type) => type.StartsWith(_root, StringComparison.Ordinal);

    private string Short(string type) => IsOurs(type) ? type[_root.Length..] : type;
}
