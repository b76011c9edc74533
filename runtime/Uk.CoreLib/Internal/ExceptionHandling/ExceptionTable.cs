// The exception clauses of a method, as ilc writes them behind its unwind description.

namespace Internal.Runtime.ExceptionHandling;

internal enum ClauseKind
{
    /// <summary>A catch of one type.</summary>
    Typed = 0,
    /// <summary>A finally or fault block.</summary>
    Fault = 1,
    /// <summary>A catch behind a condition.</summary>
    Filter = 2,
    /// <summary>Covers nothing: stands between clauses of two try blocks that cover the same code.</summary>
    Unused = 3,
}

internal unsafe struct Clause
{
    internal ClauseKind Kind;
    /// <summary>The protected code, in bytes from the start of the method.</summary>
    internal uint TryStart, TryEnd;
    internal byte* Handler;
    internal byte* Filter;
    internal MethodTable* Type;

    internal readonly bool Covers(uint offset) => offset >= TryStart && offset < TryEnd;
}

/// <summary>Reads the clauses of one method in order: inner ones come before those that enclose them.</summary>
internal unsafe struct ExceptionTable
{
    private const byte FunctionKindMask = 3;
    private const byte HasExceptionClauses = 4, HasAssociatedData = 0x10;

    private byte* _at;
    private uint _left;

    /// <summary>Where the method itself begins, also for a funclet of it.</summary>
    internal byte* MethodStart { get; private set; }

    /// <summary>The code belongs to a handler or a filter, which is compiled as a function of its own.</summary>
    internal bool IsFunclet { get; private set; }

    internal ExceptionTable(in FrameDescription description)
    {
        MethodStart = (byte*)description.Start;
        byte* at = description.LanguageData;
        if (at == null) return;
        byte flags = *at++;
        if ((flags & FunctionKindMask) != 0)
        {
            IsFunclet = true;
            MethodStart -= *(int*)(at + 4);
            at += *(int*)at;
            flags = *at++;
        }
        if ((flags & HasAssociatedData) != 0) at += 4;
        if ((flags & HasExceptionClauses) == 0) return;
        _at = at + *(int*)at;
        _left = ReadUnsigned();
    }

    internal bool TryNext(out Clause clause)
    {
        clause = default;
        if (_left == 0) return false;
        _left--;
        clause.TryStart = ReadUnsigned();
        uint lengthAndKind = ReadUnsigned();
        clause.TryEnd = clause.TryStart + (lengthAndKind >> 2);
        clause.Kind = (ClauseKind)(lengthAndKind & 3);
        if (clause.Kind == ClauseKind.Unused) return true;
        clause.Handler = MethodStart + ReadUnsigned();
        if (clause.Kind == ClauseKind.Typed)
        {
            clause.Type = (MethodTable*)(_at + *(int*)_at);
            _at += 4;
        }
        else if (clause.Kind == ClauseKind.Filter) clause.Filter = MethodStart + ReadUnsigned();
        return true;
    }

    /// <summary>One to five bytes: the number of low one bits in the first says how many follow.</summary>
    private uint ReadUnsigned()
    {
        uint first = *_at;
        if ((first & 1) == 0)
        {
            _at += 1;
            return first >> 1;
        }
        if ((first & 2) == 0)
        {
            uint value = *(ushort*)_at;
            _at += 2;
            return value >> 2;
        }
        if ((first & 4) == 0)
        {
            uint value = (uint)(_at[0] | (_at[1] << 8) | (_at[2] << 16));
            _at += 3;
            return value >> 3;
        }
        if ((first & 8) == 0)
        {
            uint value = *(uint*)_at;
            _at += 4;
            return value >> 4;
        }
        uint wide = *(uint*)(_at + 1);
        _at += 5;
        return wide;
    }
}
