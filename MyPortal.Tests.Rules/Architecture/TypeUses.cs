using System.Reflection;
using Mono.Cecil;

namespace MyPortal.Tests.Rules.Architecture;

/// <summary>That one type of an assembly uses another one, by their full names. What compilers make of a type counts as that type.</summary>
internal sealed record TypeUse(string From, string To);

/// <summary>
/// Reads from an assembly who uses whom: bases, members, attributes and all that method bodies name. Not seen are constants, which compilers
/// copy, and names in comments.
/// </summary>
internal static class TypeUses
{
    public static IReadOnlySet<TypeUse> In(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return module.GetTypes()
            .SelectMany(type => UsedBy(type).SelectMany(Parts).Where(used => used is TypeDefinition)
                .Select(used => new TypeUse(Outermost(type), Outermost(used))))
            .Where(use => use.From != use.To)
            .ToHashSet();
    }

    private static string Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type.FullName;

    private static IEnumerable<TypeReference?> UsedBy(TypeDefinition type) =>
    [
        type.BaseType,
        .. type.Interfaces.Select(implemented => implemented.InterfaceType),
        .. type.GenericParameters.SelectMany(Bounds),
        .. type.Fields.Select(field => field.FieldType),
        .. Attributes([type, .. type.Fields, .. type.Properties, .. type.Events, .. type.Methods, .. type.Methods.SelectMany(method => method.Parameters)]),
        .. type.Methods.SelectMany(UsedBy),
    ];

    private static IEnumerable<TypeReference?> UsedBy(MethodDefinition method) =>
    [
        method.ReturnType,
        .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method.GenericParameters.SelectMany(Bounds),
        .. method.HasBody ? UsedBy(method.Body) : [],
    ];

    private static IEnumerable<TypeReference?> UsedBy(Mono.Cecil.Cil.MethodBody body) =>
    [
        .. body.Variables.Select(variable => variable.VariableType),
        .. body.ExceptionHandlers.Select(handler => handler.CatchType),
        .. body.Instructions.SelectMany(instruction => instruction.Operand switch
        {
            TypeReference type => [type],
            GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
            MemberReference member => [member.DeclaringType],
            _ => Enumerable.Empty<TypeReference?>(),
        }),
    ];

    private static IEnumerable<TypeReference> Bounds(GenericParameter parameter) => parameter.Constraints.Select(bound => bound.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(IEnumerable<Mono.Cecil.ICustomAttributeProvider> bearers) =>
        from attribute in bearers.SelectMany(bearer => bearer.CustomAttributes)
        from used in attribute.ConstructorArguments.Concat(attribute.Properties.Select(named => named.Argument))
            .Select(argument => argument.Value).OfType<TypeReference>().Prepend(attribute.AttributeType)
        select used;

    // Of List<Task<X[]>> also Task and X.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) => type switch
    {
        null => [],
        GenericInstanceType generic => [.. Parts(generic.ElementType), .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification wrapped => Parts(wrapped.ElementType),
        _ => [type],
    };
}
