// One code point in UTF-8: from one to four bytes, the shortest form only (Unicode 16, 3.9, table 3-7).

using System.Buffers;

namespace System.Text;

internal static class Utf8Sequence
{
    /// <returns>How many bytes were written: there is room.</returns>
    internal static int Encode(uint value, Span<byte> destination)
    {
        if (value < 0x80)
        {
            destination[0] = (byte)value;
            return 1;
        }
        int length = value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4;
        for (int i = length - 1; i > 0; i--, value >>= 6) destination[i] = (byte)(0x80 | (value & 0x3F));
        destination[0] = (byte)((0xF00u >> length) | value);
        return length;
    }

    internal static bool IsLead(byte value) => value is >= 0xC2 and <= 0xF4;

    /// <summary>
    /// Of a sequence that is wrong, as many bytes are consumed as a right one could have begun with: each such part counts
    /// as one error.
    /// </summary>
    internal static OperationStatus Decode(ReadOnlySpan<byte> source, out uint value, out int consumed)
    {
        value = 0;
        consumed = 0;
        if (source.IsEmpty) return OperationStatus.NeedMoreData;
        byte lead = source[0];
        consumed = 1;
        if (lead < 0x80)
        {
            value = lead;
            return OperationStatus.Done;
        }
        if (!IsLead(lead)) return OperationStatus.InvalidData;
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        uint bits = lead & (0x7Fu >> length);
        for (; consumed < length; consumed++)
        {
            if (consumed == source.Length) return OperationStatus.NeedMoreData;
            byte next = source[consumed];
            if ((next & 0xC0) != 0x80) return OperationStatus.InvalidData;
            // The second byte says whether the form is the shortest, no surrogate, and in the range of Unicode.
            if (consumed == 1 && (lead == 0xE0 && next < 0xA0 || lead == 0xED && next >= 0xA0 || lead == 0xF0 && next < 0x90 || lead == 0xF4 && next >= 0x90))
                return OperationStatus.InvalidData;
            bits = (bits << 6) | (next & 0x3Fu);
        }
        value = bits;
        return OperationStatus.Done;
    }
}
