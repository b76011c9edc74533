using System;

namespace Internal.Runtime.Names;

/// <summary>A type or generic definition in the pool of names, whose layout is in build/Uk.Tool/Names/NamePool.cs.</summary>
internal readonly unsafe struct TypeRecord
{
    /// <summary>Of the namespace or the enclosing type.</summary>
    private readonly byte* _parent;

    private readonly byte* _name;
    private readonly int _nameLength;
    private readonly bool _isNested;

    /// <param name="pool">Where the pool begins.</param>
    internal TypeRecord(byte* pool, byte* record)
    {
        uint parent = (uint)NameIndex.ReadUnsigned(ref record);
        _parent = pool + (parent >> 1);
        _isNested = (parent & 1) != 0;
        ReadOnlySpan<byte> name = NameIndex.ReadText(ref record);
        _name = record - name.Length;
        _nameLength = name.Length;
    }

    /// <summary>Without the enclosing types.</summary>
    internal ReadOnlySpan<byte> Name => new(_name, _nameLength);

    internal bool IsNested => _isNested;

    internal TypeRecord Outer(byte* pool) => new(pool, _parent);

    /// <summary>Empty for the global one. Not to be asked of a nested type.</summary>
    internal ReadOnlySpan<byte> Namespace(out int assembly)
    {
        byte* at = _parent;
        assembly = (int)NameIndex.ReadUnsigned(ref at);
        return NameIndex.ReadText(ref at);
    }
}
