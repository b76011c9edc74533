// Methods as .NET's stack traces show them: Namespace.Type.Method[T](Type name, …), with the method that a state machine was
// made of in place of its MoveNext.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection.Metadata;

namespace Uk.Tool.Names;

/// <param name="Text">What follows the type; empty for a method that stack traces do not show.</param>
internal readonly record struct MethodDescription(TypePath Type, string Text)
{
    private const string CompilerServices = "System.Runtime.CompilerServices";

    /// <summary>Null where no assembly defines the method: the compiler made it.</summary>
    public static MethodDescription? Of(MetadataReader statistics, EntityHandle token, ProgramTypes types)
    {
        if (token.Kind == HandleKind.MethodSpecification) token = statistics.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        if (token.Kind != HandleKind.MemberReference) return null;
        MemberReference reference = statistics.GetMemberReference((MemberReferenceHandle)token);
        if (TypePath.OfDefinition(statistics, reference.Parent) is not { } path || !types.TryFind(path, out DefinedType type)) return null;
        return Find(statistics, reference, type) is { } method ? Describe(path, type, method) : null;
    }

    private static MethodDefinitionHandle? Find(MetadataReader statistics, MemberReference reference, DefinedType type)
    {
        string name = statistics.GetString(reference.Name);
        MethodDefinitionHandle[] candidates = [.. type.Definition.GetMethods()
            .Where(handle => type.Metadata.StringComparer.Equals(type.Metadata.GetMethodDefinition(handle).Name, name))];
        if (candidates.Length <= 1) return candidates.Length == 0 ? null : candidates[0];
        string wanted = Signature(reference.DecodeMethodSignature(FullSignatureText.Instance, null));
        MethodDefinitionHandle[] matching = [.. candidates.Where(handle =>
            Signature(type.Metadata.GetMethodDefinition(handle).DecodeSignature(FullSignatureText.Instance, null)) == wanted)];
        return matching.Length == 0 ? null : matching[0];
    }

    private static string Signature(MethodSignature<string> signature) =>
        $"{signature.Header.IsInstance}`{signature.GenericParameterCount}({string.Join(",", signature.ParameterTypes)}){signature.ReturnType}";

    private static MethodDescription Describe(TypePath path, DefinedType type, MethodDefinitionHandle handle)
    {
        MethodDefinition method = type.Metadata.GetMethodDefinition(handle);
        if (IsHidden(type.Metadata, method.GetCustomAttributes()) || IsHidden(type.Metadata, type.Definition.GetCustomAttributes()))
            return new MethodDescription(path, "");
        if (path.Outer is { } outer && StateMachineOf(type, out bool isIterator) is { } made)
        {
            var outerType = new DefinedType(type.Metadata, type.Definition.GetDeclaringType());
            string text = TextOf(outerType, type.Metadata.GetMethodDefinition(made));
            return new MethodDescription(outer, isIterator ? $"{text}+{type.Metadata.GetString(method.Name)}()" : text);
        }
        return new MethodDescription(path, TextOf(type, method));
    }

    private static bool IsHidden(MetadataReader metadata, CustomAttributeHandleCollection attributes) =>
        ProgramTypes.Has(metadata, attributes, "System.Diagnostics", "StackTraceHiddenAttribute");

    private static string TextOf(DefinedType type, MethodDefinition method)
    {
        MetadataReader metadata = type.Metadata;
        var naming = new MethodNaming(Names(metadata, type.Definition.GetGenericParameters()), Names(metadata, method.GetGenericParameters()));
        ImmutableArray<string> parameterTypes = method.DecodeSignature(ShortSignatureText.Instance, naming).ParameterTypes;
        string?[] parameterNames = new string?[parameterTypes.Length];
        foreach (ParameterHandle handle in method.GetParameters())
        {
            Parameter parameter = metadata.GetParameter(handle);
            if (parameter.SequenceNumber is > 0 and var number && number <= parameterNames.Length) parameterNames[number - 1] = metadata.GetString(parameter.Name);
        }
        string generics = naming.MethodParameters.IsEmpty ? "" : $"[{string.Join(",", naming.MethodParameters)}]";
        return $"{metadata.GetString(method.Name)}{generics}({string.Join(", ", parameterTypes.Select((text, i) => $"{text} {parameterNames[i]}"))})";
    }

    private static ImmutableArray<string> Names(MetadataReader metadata, GenericParameterHandleCollection parameters) =>
        [.. parameters.Select(handle => metadata.GetString(metadata.GetGenericParameter(handle).Name))];

    /// <summary>The method of the enclosing type that names this type as its state machine.</summary>
    private static MethodDefinitionHandle? StateMachineOf(DefinedType type, out bool isIterator)
    {
        isIterator = false;
        MetadataReader metadata = type.Metadata;
        string name = metadata.GetString(type.Definition.Name);
        if (!name.StartsWith('<')) return null;
        foreach (MethodDefinitionHandle handle in metadata.GetTypeDefinition(type.Definition.GetDeclaringType()).GetMethods())
        {
            foreach (CustomAttributeHandle attributeHandle in metadata.GetMethodDefinition(handle).GetCustomAttributes())
            {
                CustomAttribute attribute = metadata.GetCustomAttribute(attributeHandle);
                bool isAsync = ProgramTypes.IsOf(metadata, attribute, CompilerServices, "AsyncStateMachineAttribute");
                bool isSequence = ProgramTypes.IsOf(metadata, attribute, CompilerServices, "IteratorStateMachineAttribute")
                    || ProgramTypes.IsOf(metadata, attribute, CompilerServices, "AsyncIteratorStateMachineAttribute");
                if (!isAsync && !isSequence) continue;
                if (StateMachineName(metadata, attribute) != name) continue;
                isIterator = isSequence;
                return handle;
            }
        }
        return null;
    }

    /// <summary>The attribute's one argument, a type by name: without its enclosing types. ECMA-335, II.23.3.</summary>
    private static string StateMachineName(MetadataReader metadata, CustomAttribute attribute)
    {
        BlobReader value = metadata.GetBlobReader(attribute.Value);
        value.ReadUInt16();
        string text = value.ReadSerializedString() ?? "";
        return text[(text.LastIndexOf('+') + 1)..].Split(',')[0];
    }
}
