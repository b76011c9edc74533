// What is known of .NET's own methods on a hot path: free of allocation and locks, or not, or not known.

using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace UkGen.Analyzers;

internal enum VerdictKind
{
    Fine,
    Unknown,
    Allocates,
    Waits,
    Throws,
}

/// <param name="What">For Allocates and Waits a phrase behind the caller's name; for Throws who throws.</param>
internal readonly record struct Verdict(VerdictKind Kind, string What = "", string Instead = "");

internal static class KnownCode
{
    public const string NoLock = "Give each lcore its own data, hand work over through a Ring, or use Interlocked";
    private const string NoText = "Write into a span (TryFormat, MemoryExtensions.TryWrite), or say it off the path";

    private static readonly Verdict s_fine = new(VerdictKind.Fine), s_unknown = new(VerdictKind.Unknown);

    /// <summary>Whole types whose members neither allocate nor wait, but for those that return strings, arrays and objects.</summary>
    private static readonly HashSet<string> s_fineTypes = new(StringComparer.Ordinal)
    {
        "System.Math", "System.MathF", "System.Numerics.BitOperations", "System.Runtime.CompilerServices.Unsafe",
        "System.Runtime.InteropServices.MemoryMarshal", "System.Buffers.Binary.BinaryPrimitives", "System.Span<T>", "System.ReadOnlySpan<T>",
        "System.Span<T>.Enumerator", "System.ReadOnlySpan<T>.Enumerator", "System.Memory<T>", "System.ReadOnlyMemory<T>", "System.MemoryExtensions",
        "System.Boolean", "System.Byte", "System.SByte", "System.Char", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32",
        "System.Int64", "System.UInt64", "System.Int128", "System.UInt128", "System.IntPtr", "System.UIntPtr", "System.Single", "System.Double",
        "System.Half", "System.Decimal", "System.Nullable<T>", "System.Index", "System.Range", "System.Threading.Volatile",
        "System.Threading.Interlocked", "System.BitConverter", "System.HashCode", "System.DateTime", "System.TimeSpan", "System.DateTimeOffset",
        "System.Guid", "System.Buffer", "System.Array", "System.Collections.Generic.EqualityComparer<T>",
        "System.Collections.Generic.Comparer<T>", "System.Runtime.CompilerServices.RuntimeHelpers", "System.GC",
        "System.Numerics.Vector", "System.Numerics.Vector<T>", "System.Numerics.Vector2", "System.Numerics.Vector3", "System.Numerics.Vector4",
        "System.Runtime.InteropServices.NativeMemory", "System.Runtime.InteropServices.CollectionsMarshal", "System.Object", "System.ValueType",
        "System.Text.Ascii", "System.Buffers.Text.Utf8Formatter", "System.Buffers.Text.Utf8Parser", "System.ArraySegment<T>",
        "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler", "System.MemoryExtensions.TryWriteInterpolatedStringHandler", "System.Text.Unicode.Utf8.TryWriteInterpolatedStringHandler", "System.Text.Unicode.Utf8",
        "System.Enum", "System.Threading.SpinWait", "System.Diagnostics.Debug", "System.Net.IPAddress",
    };

    private static readonly HashSet<string> s_fineMembers = new(StringComparer.Ordinal)
    {
        "System.Environment.TickCount64", "System.Environment.TickCount", "System.Diagnostics.Stopwatch.GetTimestamp",
        "System.Diagnostics.Stopwatch.GetElapsedTime", "System.Threading.Thread.SpinWait", "System.Threading.Thread.MemoryBarrier",
        "System.Threading.Thread.Yield", "System.String.Length", "System.String.this[]", "System.String.Equals", "System.String.IsNullOrEmpty",
        "System.String.op_Equality", "System.String.op_Inequality", "System.String.CompareOrdinal", "System.String.op_Implicit", "System.String.GetPinnableReference",
        "System.String.StartsWith", "System.String.EndsWith", "System.String.IndexOf", "System.String.Contains", "System.String.CopyTo", "System.String.TryCopyTo",
        "System.Collections.Generic.List<T>.this[]", "System.Collections.Generic.List<T>.Count", "System.Collections.Generic.List<T>.Clear",
        "System.Collections.Generic.List<T>.GetEnumerator", "System.Collections.Generic.List<T>.Enumerator.MoveNext", "System.Collections.Generic.List<T>.Enumerator.Current",
        "System.Collections.Generic.Dictionary<TKey, TValue>.TryGetValue", "System.Collections.Generic.Dictionary<TKey, TValue>.ContainsKey",
        "System.Collections.Generic.Dictionary<TKey, TValue>.Count", "System.Collections.Generic.HashSet<T>.Contains", "System.Collections.Generic.HashSet<T>.Count",
        "System.Collections.Generic.Queue<T>.TryDequeue", "System.Collections.Generic.Queue<T>.Count", "System.Collections.Generic.Stack<T>.TryPop",
    };

    public static bool IsLinq(IMethodSymbol method) =>
        method.ContainingType is { Name: "Enumerable" or "Queryable" or "ParallelEnumerable" or "ImmutableArrayExtensions" } type
        && Space(type) == "System.Linq";

    public static Verdict Of(IMethodSymbol method)
    {
        if (method.ContainingType is not { } type) return s_unknown;
        string space = Space(type);
        if (space != "System" && !space.StartsWith("System.", StringComparison.Ordinal)) return s_unknown;
        // What only a struct of the caller's own choosing implements: IEquatable, IComparable, numbers.
        if (type.TypeKind == TypeKind.Interface || type.IsTupleType) return s_fine;
        string name = method.AssociatedSymbol is IPropertySymbol { IsIndexer: true } ? "this[]" : method.AssociatedSymbol?.Name ?? method.Name;
        string full = type.OriginalDefinition.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat.WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.None));
        if (Waits(space, type, name) is { } wait) return wait;
        if (name.StartsWith("ThrowIf", StringComparison.Ordinal) && type.Name.EndsWith("Exception", StringComparison.Ordinal))
            return new(VerdictKind.Throws, $"{type.Name} ({name})");
        if (Makes(method) is { } made) return made;
        if (space.StartsWith("System.Runtime.Intrinsics", StringComparison.Ordinal)) return s_fine;
        return s_fineTypes.Contains(full) || s_fineMembers.Contains(full + "." + name) || method.MethodKind == MethodKind.Constructor && type.IsValueType
            ? s_fine
            : s_unknown;
    }

    private static Verdict? Waits(string space, INamedTypeSymbol type, string name)
    {
        if (space == "System" && type.Name == "Console") return new(VerdictKind.Waits, "writes to the console", "Count it, and print the counters from time to time in a method with [ColdPath]");
        if (space == "System.Threading" && type.Name is "Monitor" or "Mutex" or "Semaphore" or "SemaphoreSlim" or "Lock" or "SpinLock" or "ReaderWriterLockSlim"
            or "ManualResetEventSlim" or "ManualResetEvent" or "AutoResetEvent" or "CountdownEvent" or "Barrier" or "WaitHandle")
            return new(VerdictKind.Waits, $"calls {type.Name}.{name}", NoLock);
        if (space == "System.Threading" && type.Name == "Thread" && name is "Sleep" or "Join")
            return new(VerdictKind.Waits, "sleeps", "Poll, and let the scheduler of the composition wait");
        if (space == "System.Threading.Tasks" && name is "Wait" or "WaitAll" or "WaitAny" or "Result" && type.Name is "Task" or "ValueTask")
            return new(VerdictKind.Waits, "waits for a task", "Poll, and go on with the next packet");
        return null;
    }

    private static Verdict? Makes(IMethodSymbol method)
    {
        if (method.AssociatedSymbol is not null || method.MethodKind is MethodKind.Constructor) return null;
        if (method.ReturnType.SpecialType == SpecialType.System_String) return new(VerdictKind.Allocates, $"makes a string ({method.ContainingType.Name}.{method.Name})", NoText);
        if (method.ReturnType is IArrayTypeSymbol && method.Name != "Empty")
            return new(VerdictKind.Allocates, $"makes an array ({method.ContainingType.Name}.{method.Name})", "Use a span over what is there");
        if (method.ReturnType.Name is "Task" or "ValueTask" && method.Name is "Run" or "Delay" or "WhenAll" or "WhenAny")
            return new(VerdictKind.Allocates, $"makes a task ({method.Name})", "Start tasks off the path");
        return null;
    }

    private static string Space(INamedTypeSymbol type)
    {
        while (type.ContainingType is { } outer) type = outer;
        return type.ContainingNamespace?.ToDisplayString() ?? "";
    }
}
