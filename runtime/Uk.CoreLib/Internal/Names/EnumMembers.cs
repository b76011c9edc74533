// The members of an enum, read from the image's table once and then kept.

using System;
using System.Text;

namespace Internal.Runtime.Names;

internal sealed unsafe class EnumMembers
{
    private const int BucketCount = 16;

    // .NET looks for values one by one up to here, and by halves beyond.
    private const int MaxLinearSearch = 32;

    private static readonly EnumMembers?[] s_known = new EnumMembers?[BucketCount];

    private readonly MethodTable* _type;
    private readonly EnumMembers? _next;

    /// <summary>[Flags].</summary>
    internal readonly bool IsFlags;

    /// <summary>As unsigned numbers of the enum's width, ascending.</summary>
    internal readonly ulong[] Values;

    internal readonly string[] Names;

    /// <summary>0, 1, 2, …: a value is its index.</summary>
    private readonly bool _isSequential;

    private EnumMembers(MethodTable* type, EnumMembers? next)
    {
        _type = type;
        _next = next;
        byte* at = NameIndex.Enums.Find(type);
        if (at == null)
        {
            Values = [];
            Names = [];
            return;
        }
        IsFlags = *at++ != 0;
        int count = (int)NameIndex.ReadUnsigned(ref at);
        Values = new ulong[count];
        Names = new string[count];
        _isSequential = true;
        ulong value = 0;
        for (int i = 0; i < count; i++)
        {
            Values[i] = value += NameIndex.ReadUnsigned(ref at);
            _isSequential &= value == (ulong)i;
        }
        for (int i = 0; i < count; i++) Names[i] = Encoding.UTF8.GetString(NameIndex.ReadText(ref at));
    }

    internal static EnumMembers Of(MethodTable* type)
    {
        // What a region's reset would take back cannot be kept.
        if (RuntimeFeatures.RegionHeap) return new EnumMembers(type, null);
        ref EnumMembers? bucket = ref s_known[(int)((nuint)type >> 4) & (BucketCount - 1)];
        for (EnumMembers? known = bucket; known is not null; known = known._next)
            if (known._type == type) return known;
        return bucket = new EnumMembers(type, bucket);
    }

    /// <summary>Negative if no member has the value.</summary>
    internal int IndexOf(ulong value)
    {
        if (_isSequential) return value < (ulong)Values.Length ? (int)value : -1;
        return Values.Length <= MaxLinearSearch ? Array.IndexOf(Values, value) : Array.BinarySearch(Values, value);
    }

    internal string? NameOf(ulong value) => IndexOf(value) is >= 0 and var index ? Names[index] : null;
}
