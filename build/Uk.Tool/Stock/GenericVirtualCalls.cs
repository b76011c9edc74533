// Select in System.Linq asks whether its source is one of LINQ's own iterators, and lets that make the result, by a generic
// virtual method. It is only faster, and costs an instantiation for every pair of iterator and result type. Here the answer
// is always no: Select then treats an iterator as any other sequence. A branch that is always taken,
// because a compiler does not look at what is behind it. ECMA-335, III.4.6 (isinst).

using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Uk.Tool.Stock;

internal static class GenericVirtualCalls
{
    private const byte IsInstance = 0x75, Pop = 0x26, StoreLocal0 = 0x0A, LoadLocal0 = 0x06, BranchIfFalse = 0x2C, Branch = 0x2B;

    // isinst and its type, stloc, ldloc, and the branch without its distance.
    private const int TokenEnd = 5, PatternLength = 8;
    private const string Library = "Enumerable", Operator = "Select", Iterator = "Iterator`1";

    /// <summary>Changes the code in place. Assemblies without such an operator stay as they are.</summary>
    public static void Avoid(byte[] file, PEReader pe, MetadataReader metadata)
    {
        HashSet<int> iterators = [.. Enumerable.Range(1, metadata.GetTableRowCount(TableIndex.TypeSpec))
            .Select(MetadataTokens.TypeSpecificationHandle)
            .Where(handle => IsIterator(metadata, handle))
            .Select(handle => MetadataTokens.GetToken(handle))];
        if (iterators.Count == 0) return;
        IEnumerable<MethodDefinition> operators = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => metadata.GetString(type.Name) == Library)
            .SelectMany(type => type.GetMethods())
            .Select(metadata.GetMethodDefinition)
            .Where(method => metadata.GetString(method.Name) == Operator);
        foreach (MethodDefinition method in operators)
        {
            int body = AssemblyFile.OffsetOf(pe.PEHeaders, method.RelativeVirtualAddress);
            int length = pe.GetMethodBody(method.RelativeVirtualAddress).Size;
            for (int at = body; at <= body + length - PatternLength; at++)
            {
                Span<byte> code = file.AsSpan(at, PatternLength);
                if (code[0] != IsInstance || !iterators.Contains(BinaryPrimitives.ReadInt32LittleEndian(code[1..]))) continue;
                if (!code[TokenEnd..].SequenceEqual([StoreLocal0, LoadLocal0, BranchIfFalse])) continue;
                code.Clear();
                code[0] = Pop;
                code[PatternLength - 1] = Branch;
            }
        }
    }

    /// <summary>An instantiation of the class: GENERICINST, CLASS, a coded TypeDef. ECMA-335, II.23.2.14.</summary>
    private static bool IsIterator(MetadataReader metadata, TypeSpecificationHandle handle)
    {
        BlobReader signature = metadata.GetBlobReader(metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return false;
        signature.ReadCompressedInteger();
        EntityHandle type = signature.ReadTypeHandle();
        return type.Kind == HandleKind.TypeDefinition && metadata.GetString(metadata.GetTypeDefinition((TypeDefinitionHandle)type).Name) == Iterator;
    }
}
