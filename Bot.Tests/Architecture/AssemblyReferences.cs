using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace AgaBot.Tests.Architecture;

/// <summary>
/// Which type of an assembly knows which, read from its metadata and from the IL of its methods: a <c>using</c> says
/// nothing, a call inside a lambda does.
/// </summary>
public sealed class AssemblyReferences
{
    private readonly HashSet<TypeReference> found = [];
    private readonly PEReader file;
    private readonly MetadataReader metadata;
    private TypeName from;

    private AssemblyReferences(PEReader file)
    {
        this.file = file;
        metadata = file.GetMetadataReader();
    }

    public static IReadOnlyCollection<TypeReference> Read(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var references = new AssemblyReferences(file);
        foreach (TypeDefinitionHandle type in references.metadata.TypeDefinitions)
            references.ReadType(type);
        return references.found;
    }

    private void ReadType(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        from = NameOf(handle);
        Add(type.BaseType);
        foreach (InterfaceImplementationHandle implemented in type.GetInterfaceImplementations())
            Add(metadata.GetInterfaceImplementation(implemented).Interface);
        ReadGenericParameters(type.GetGenericParameters());
        ReadAttributes(type.GetCustomAttributes());
        foreach (FieldDefinitionHandle field in type.GetFields())
        {
            metadata.GetFieldDefinition(field).DecodeSignature(Signatures, null);
            ReadAttributes(metadata.GetFieldDefinition(field).GetCustomAttributes());
        }

        foreach (PropertyDefinitionHandle property in type.GetProperties())
            ReadAttributes(metadata.GetPropertyDefinition(property).GetCustomAttributes());
        foreach (MethodDefinitionHandle method in type.GetMethods())
            ReadMethod(metadata.GetMethodDefinition(method));
    }

    private void ReadMethod(MethodDefinition method)
    {
        method.DecodeSignature(Signatures, null);
        ReadGenericParameters(method.GetGenericParameters());
        ReadAttributes(method.GetCustomAttributes());
        foreach (ParameterHandle parameter in method.GetParameters())
            ReadAttributes(metadata.GetParameter(parameter).GetCustomAttributes());
        if (method.RelativeVirtualAddress == 0)
            return;

        MethodBodyBlock body = file.GetMethodBody(method.RelativeVirtualAddress);
        Add(body.LocalSignature);
        foreach (ExceptionRegion region in body.ExceptionRegions)
            Add(region.CatchType);
        foreach (EntityHandle token in IlTokens.In(body.GetILReader()))
            Add(token);
    }

    private void ReadGenericParameters(GenericParameterHandleCollection parameters)
    {
        foreach (GenericParameterHandle parameter in parameters)
        {
            foreach (GenericParameterConstraintHandle constraint in metadata.GetGenericParameter(parameter).GetConstraints())
                Add(metadata.GetGenericParameterConstraint(constraint).Type);
        }
    }

    private void ReadAttributes(CustomAttributeHandleCollection attributes)
    {
        foreach (CustomAttributeHandle attribute in attributes)
            Add(metadata.GetCustomAttribute(attribute).Constructor);
    }

    private void Add(EntityHandle handle)
    {
        if (handle.IsNil)
            return;
        switch (handle.Kind)
        {
            case HandleKind.TypeDefinition:
                Add(NameOf((TypeDefinitionHandle)handle));
                break;
            case HandleKind.TypeReference:
                Add(NameOf((TypeReferenceHandle)handle));
                break;
            case HandleKind.TypeSpecification:
                metadata.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Signatures, null);
                break;
            case HandleKind.FieldDefinition:
                Add(metadata.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MethodDefinition:
                Add(metadata.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                Add(metadata.GetMemberReference((MemberReferenceHandle)handle).Parent);
                break;
            case HandleKind.MethodSpecification:
                MethodSpecification method = metadata.GetMethodSpecification((MethodSpecificationHandle)handle);
                Add(method.Method);
                method.DecodeSignature(Signatures, null);
                break;
            case HandleKind.StandaloneSignature:
                ReadSignature(metadata.GetStandaloneSignature((StandaloneSignatureHandle)handle));
                break;
            default:
                throw new NotSupportedException($"{handle.Kind} in {from}");
        }
    }

    private void ReadSignature(StandaloneSignature signature)
    {
        if (signature.GetKind() == StandaloneSignatureKind.Method)
            signature.DecodeMethodSignature(Signatures, null);
        else
            signature.DecodeLocalSignature(Signatures, null);
    }

    private void Add(TypeName to)
    {
        if (to != from)
            found.Add(new TypeReference(from, to));
    }

    private TypeName NameOf(TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? NameOf(outer)
            : new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private TypeName NameOf(TypeReferenceHandle handle)
    {
        System.Reflection.Metadata.TypeReference type = metadata.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope)
            : new TypeName(metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private SignatureWalk Signatures => new(this);

    /// <summary>Meets every type that a signature names; what the signature means does not matter here.</summary>
    private readonly struct SignatureWalk(AssemblyReferences references) : ISignatureTypeProvider<ValueTuple, object?>
    {
        public ValueTuple GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            references.Add(handle);
            return default;
        }

        public ValueTuple GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            references.Add(handle);
            return default;
        }

        public ValueTuple GetTypeFromSpecification(
            MetadataReader reader,
            object? genericContext,
            TypeSpecificationHandle handle,
            byte rawTypeKind
        )
        {
            references.Add(handle);
            return default;
        }

        public ValueTuple GetArrayType(ValueTuple elementType, ArrayShape shape) => default;

        public ValueTuple GetByReferenceType(ValueTuple elementType) => default;

        public ValueTuple GetFunctionPointerType(MethodSignature<ValueTuple> signature) => default;

        public ValueTuple GetGenericInstantiation(ValueTuple genericType, ImmutableArray<ValueTuple> typeArguments) => default;

        public ValueTuple GetGenericMethodParameter(object? genericContext, int index) => default;

        public ValueTuple GetGenericTypeParameter(object? genericContext, int index) => default;

        public ValueTuple GetModifiedType(ValueTuple modifier, ValueTuple unmodifiedType, bool isRequired) => default;

        public ValueTuple GetPinnedType(ValueTuple elementType) => default;

        public ValueTuple GetPointerType(ValueTuple elementType) => default;

        public ValueTuple GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

        public ValueTuple GetSZArrayType(ValueTuple elementType) => default;
    }
}
