using Mono.Cecil;
using Mono.Cecil.Cil;
using Reference = Mono.Cecil.TypeReference;

namespace AgaBot.Bench.Architecture;

/// <summary>
/// Which type of an assembly knows which, read from its metadata and from the IL of its methods: a <c>using</c> says
/// nothing, a call inside a lambda does.
/// </summary>
internal static class AssemblyReferences
{
    /// <summary>References of the bot.</summary>
    public static IReadOnlyCollection<TypeReference> Product { get; } = Read(typeof(Forms.Form).Assembly.Location);

    public static IReadOnlyCollection<TypeReference> Read(string assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(assembly);
        return
        [
            .. module
                .GetTypes()
                .SelectMany(type => Of(type).SelectMany(Named).Select(known => new TypeReference(NameOf(type), NameOf(known))))
                .Where(reference => reference.From != reference.To)
                .Distinct(),
        ];
    }

    private static IEnumerable<Reference?> Of(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. Attributes(type),
            .. Constraints(type),
            .. type.Fields.SelectMany(field => Attributes(field).Prepend(field.FieldType)),
            .. type.Properties.SelectMany(Attributes),
            .. type.Events.SelectMany(Attributes),
            .. type.Methods.SelectMany(Of),
        ];

    private static IEnumerable<Reference?> Of(MethodDefinition method) =>
        [
            method.ReturnType,
            .. method.Parameters.SelectMany(parameter => Attributes(parameter).Prepend(parameter.ParameterType)),
            .. Attributes(method),
            .. Constraints(method),
            .. method.HasBody ? Of(method.Body) : [],
        ];

    private static IEnumerable<Reference?> Of(MethodBody body) =>
        [
            .. body.Variables.Select(variable => variable.VariableType),
            .. body.ExceptionHandlers.Select(handler => handler.CatchType),
            .. body.Instructions.SelectMany(instruction => OfOperand(instruction.Operand)),
        ];

    private static IEnumerable<Reference?> OfOperand(object? operand) =>
        operand switch
        {
            Reference type => [type],
            GenericInstanceMethod method => method.GenericArguments.Prepend(method.DeclaringType),
            MemberReference member => [member.DeclaringType],
            CallSite site => site.Parameters.Select(parameter => parameter.ParameterType).Prepend(site.ReturnType),
            _ => [],
        };

    private static IEnumerable<Reference> Attributes(ICustomAttributeProvider annotated) =>
        annotated.CustomAttributes.Select(attribute => attribute.AttributeType);

    private static IEnumerable<Reference> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(constraint => constraint.ConstraintType);

    /// <summary>The types that a type expression names: in <c>List&lt;Plan[]&gt;</c>, the list and the plan.</summary>
    private static IEnumerable<Reference> Named(Reference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType).SelectMany(Named),
            TypeSpecification composed => Named(composed.ElementType),
            _ => [type],
        };

    private static TypeName NameOf(Reference type) =>
        type.DeclaringType is { } outer ? NameOf(outer) : new TypeName(type.Namespace, type.Name);
}
