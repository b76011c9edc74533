// Follows exceptions on the evaluation stack of a method. ECMA-335, III. Only what is certain is followed: behind a jump
// whose stack is not known the stack is taken to be empty.

using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Uk.Tool.Names;

namespace Uk.Tool.Code;

internal sealed class ExceptionFlow
{
    private const string Object = "System.Object";

    private readonly MetadataReader _metadata;
    private readonly MethodBodyBlock _body;
    private readonly ImmutableArray<string> _arguments;
    private readonly ImmutableArray<string> _locals;
    private readonly Dictionary<int, string[]> _atOffset = [];
    private readonly List<string> _stack = [];

    private ExceptionFlow(MetadataReader metadata, MethodDefinition method, MethodBodyBlock body)
    {
        _metadata = metadata;
        _body = body;
        MethodSignature<string> signature = method.DecodeSignature(FullSignatureText.Instance, null);
        string self = TypePath.Of(metadata, method.GetDeclaringType()).FullName;
        _arguments = signature.Header.IsInstance ? [self, .. signature.ParameterTypes] : signature.ParameterTypes;
        _locals = body.LocalSignature.IsNil ? [] : metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(FullSignatureText.Instance, null);
        foreach (ExceptionRegion region in body.ExceptionRegions)
        {
            if (region.Kind == ExceptionRegionKind.Catch) _atOffset[region.HandlerOffset] = [TypeOf(region.CatchType)];
            else if (region.Kind == ExceptionRegionKind.Filter) _atOffset[region.HandlerOffset] = _atOffset[region.FilterOffset] = [Object];
        }
    }

    /// <summary>Some exception is asked for its text, or given away as an object.</summary>
    public static bool MakesText(PEReader image, MetadataReader metadata, MethodDefinitionHandle handle)
    {
        MethodDefinition method = metadata.GetMethodDefinition(handle);
        return method.RelativeVirtualAddress != 0
            && new ExceptionFlow(metadata, method, image.GetMethodBody(method.RelativeVirtualAddress)).MakesText();
    }

    private bool MakesText()
    {
        BlobReader code = _body.GetILReader();
        while (code.RemainingBytes > 0)
        {
            if (_atOffset.TryGetValue(code.Offset, out string[]? known))
            {
                _stack.Clear();
                _stack.AddRange(known);
            }
            OpCode operation = Operations.Read(ref code);
            if (Follow(operation, ref code)) return true;
            if (operation.FlowControl is FlowControl.Branch or FlowControl.Return or FlowControl.Throw) _stack.Clear();
        }
        return false;
    }

    /// <returns>The instruction makes text of an exception.</returns>
    private bool Follow(OpCode operation, ref BlobReader code)
    {
        string name = operation.Name!;
        int number = Operations.ReadOperand(operation, ref code);
        if (name.StartsWith("ldarg", StringComparison.Ordinal) && !name.StartsWith("ldarga", StringComparison.Ordinal)) Push(At(_arguments, Operations.Index(name, number)));
        else if (name.StartsWith("ldloc", StringComparison.Ordinal) && !name.StartsWith("ldloca", StringComparison.Ordinal)) Push(At(_locals, Operations.Index(name, number)));
        else if (name == "dup") Push(Top);
        else if (name is "call" or "callvirt" or "newobj") return Call(MetadataTokens.EntityHandle(number), name == "newobj");
        else if (name is "castclass" or "isinst") Replace(TypeOf(MetadataTokens.EntityHandle(number)));
        else if (name == "ldfld") Replace(FieldType(MetadataTokens.EntityHandle(number)));
        else if (name == "ldsfld") Push(FieldType(MetadataTokens.EntityHandle(number)));
        else if (name == "newarr") Replace(TypeOf(MetadataTokens.EntityHandle(number)) + "[]");
        else if (name == "stelem.ref") return StoreElement();
        else
        {
            Pop(Operations.PopCount(operation));
            for (int i = Operations.PushCount(operation); i > 0; i--) Push("");
            // What the stack holds at the jump it holds where the jump goes to.
            if (operation.OperandType is OperandType.InlineBrTarget or OperandType.ShortInlineBrTarget) _atOffset.TryAdd(code.Offset + number, [.. _stack]);
        }
        return false;
    }

    private bool StoreElement()
    {
        string value = Pop(1), array = Pop(2);
        return array == Object + "[]" && IsException(value);
    }

    private bool Call(EntityHandle token, bool isNew)
    {
        if (token.Kind == HandleKind.MethodSpecification) token = _metadata.GetMethodSpecification((MethodSpecificationHandle)token).Method;
        MethodSignature<string> signature;
        string type, name;
        if (token.Kind == HandleKind.MethodDefinition)
        {
            MethodDefinition method = _metadata.GetMethodDefinition((MethodDefinitionHandle)token);
            (signature, name, type) = (method.DecodeSignature(FullSignatureText.Instance, null), _metadata.GetString(method.Name), TypePath.Of(_metadata, method.GetDeclaringType()).FullName);
        }
        else
        {
            MemberReference method = _metadata.GetMemberReference((MemberReferenceHandle)token);
            (signature, name, type) = (method.DecodeMethodSignature(FullSignatureText.Instance, null), _metadata.GetString(method.Name), TypeOf(method.Parent));
        }
        bool found = false;
        foreach (string parameter in signature.ParameterTypes.Reverse())
            found |= IsException(Pop(1)) && (parameter == Object || (name == "AppendFormatted" && parameter == "!!0"));
        if (signature.Header.IsInstance && !isNew) found |= IsException(Pop(1)) && name == "ToString";
        if (isNew) Push(type);
        else if (signature.ReturnType != "System.Void") Push(signature.ReturnType);
        return found;
    }

    /// <summary>By .NET's rule for names: the types that exceptions of other assemblies derive from are not at hand here.</summary>
    private static bool IsException(string type) => type.EndsWith("Exception", StringComparison.Ordinal);

    private static string At(ImmutableArray<string> types, int index) => index >= 0 && index < types.Length ? types[index] : "";

    private string Top => _stack.Count == 0 ? "" : _stack[^1];
    private void Push(string type) => _stack.Add(type);

    private void Replace(string type)
    {
        Pop(1);
        Push(type);
    }

    /// <returns>The last that was popped.</returns>
    private string Pop(int count)
    {
        string last = "";
        for (; count > 0 && _stack.Count != 0; count--)
        {
            last = _stack[^1];
            _stack.RemoveAt(_stack.Count - 1);
        }
        return last;
    }

    private string TypeOf(EntityHandle token) => token.Kind switch
    {
        HandleKind.TypeSpecification => _metadata.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(FullSignatureText.Instance, null),
        HandleKind.TypeReference => TypePath.Of(_metadata, (TypeReferenceHandle)token).FullName,
        HandleKind.TypeDefinition => TypePath.Of(_metadata, (TypeDefinitionHandle)token).FullName,
        _ => "",
    };

    private string FieldType(EntityHandle token) => token.Kind == HandleKind.FieldDefinition
        ? _metadata.GetFieldDefinition((FieldDefinitionHandle)token).DecodeSignature(FullSignatureText.Instance, null)
        : _metadata.GetMemberReference((MemberReferenceHandle)token).DecodeFieldSignature(FullSignatureText.Instance, null);
}
