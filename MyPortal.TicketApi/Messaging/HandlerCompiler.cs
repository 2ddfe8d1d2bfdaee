using System.Reflection;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Model;
using JasperFx.RuntimeCompiler;

namespace MyPortal.TicketApi.Messaging;

/// <summary>
/// Compiles what Wolverine generates to call our handlers. All it adds is a fixed name for the assembly, to which this one shows its
/// internals: handlers and messages need not be public.
/// </summary>
internal sealed class HandlerCompiler : IAssemblyGenerator
{
    private readonly Lock _lock = new();
    private readonly AssemblyGenerator _compiler = new() { AssemblyName = "WolverineHandlers" };

    public string? AssemblyName
    {
        get => _compiler.AssemblyName;
        set { }
    }

    public void ReferenceAssembly(Assembly assembly) => _compiler.ReferenceAssembly(assembly);

    public void ReferenceAssemblyContainingType<T>() => _compiler.ReferenceAssemblyContainingType<T>();

    public Assembly Generate(Action<ISourceWriter> write) => _compiler.Generate(write);

    public Assembly Generate(string code) => _compiler.Generate(code);

    public void Compile(GeneratedAssembly generatedAssembly, IServiceVariableSource? services = null) =>
        Compile(generatedAssembly, services, out _);

    public void Compile(GeneratedAssembly generatedAssembly, IServiceVariableSource? services, out string code)
    {
        lock (_lock)
        {
            code = generatedAssembly.GenerateCode(services);
            IEnumerable<Assembly> used =
            [
                typeof(HandlerCompiler).Assembly,
                .. generatedAssembly.Rules.Assemblies,
                .. generatedAssembly.AllReferencedAssemblies(),
                .. generatedAssembly.GeneratedTypes.SelectMany(type => type.AssemblyReferences()),
            ];
            foreach (var assembly in used.Distinct())
                _compiler.ReferenceAssembly(assembly);
            generatedAssembly.AttachAssembly(_compiler.Generate(code));
        }
    }
}
