// Writes the vectors of System.Runtime.Intrinsics and the x86 instructions as C#, from what .NET shows: UKGEN_ACCEPT=1
// replaces the files, otherwise they must be what would be written.

using System;
using System.IO;
using System.Linq;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Xunit;

namespace Uk.CoreLib.Tests;

public sealed class VectorTests
{
    private const string Folder = "runtime/Uk.CoreLib/System/Runtime/Intrinsics";

    [Fact]
    public void The_vectors_are_those_of_NET()
    {
        Write("Lane.g.cs", VectorLane.Source());
        (int Bits, Type Static, Type Generic)[] widths =
        [
            (64, typeof(Vector64), typeof(Vector64<>)), (128, typeof(Vector128), typeof(Vector128<>)),
            (256, typeof(Vector256), typeof(Vector256<>)), (512, typeof(Vector512), typeof(Vector512<>)),
        ];
        foreach ((int bits, Type type, Type generic) in widths)
        {
            Write($"Vector{bits}.g.cs", new VectorSource(bits, type).Source());
            Write($"Vector{bits}OfT.g.cs", new VectorStruct(bits, generic).Source());
            Accepted.Equal(Path.Combine(Repository.Root, $"tests/images/Conformance/Vector{bits}Cases.g.cs"), new VectorCaseSource(bits, type).Source());
        }
    }

    [Fact]
    public void The_x86_instructions_are_those_of_NET()
    {
        foreach (Type type in typeof(X86Base).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "System.Runtime.Intrinsics.X86" && !type.IsNested))
            Write($"X86/{type.Name}.g.cs", VectorX86.Source(type));
    }

    [Fact]
    public void The_vector_as_wide_as_the_processor_is_that_of_NET()
    {
        Write("../../Numerics/Vector.g.cs", VectorOfTSource.Static());
        Write("../../Numerics/VectorOfT.g.cs", VectorOfTSource.Struct());
    }

    private static void Write(string file, string text) => Accepted.Equal(Path.Combine(Repository.Root, Folder, file), text);
}
