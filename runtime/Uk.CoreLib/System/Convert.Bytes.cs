// Bytes as Base64 and as hexadecimal digits.

using System.Buffers;

namespace System
{
    [Flags]
    public enum Base64FormattingOptions { None = 0, InsertLineBreaks = 1 }

    public static partial class Convert
    {
        private const int LineLength = 76;
        private const int BytesPerLine = LineLength / 4 * 3;

        public static string ToBase64String(byte[] inArray) => ToBase64String(inArray, Base64FormattingOptions.None);

        public static string ToBase64String(byte[] inArray, Base64FormattingOptions options)
        {
            ArgumentNullException.ThrowIfNull(inArray, nameof(inArray));
            return ToBase64String((ReadOnlySpan<byte>)inArray, options);
        }

        public static string ToBase64String(byte[] inArray, int offset, int length) => ToBase64String(inArray, offset, length, Base64FormattingOptions.None);

        public static string ToBase64String(byte[] inArray, int offset, int length, Base64FormattingOptions options) =>
            ToBase64String(Part(inArray, offset, length, nameof(inArray)), options);

        private static ReadOnlySpan<T> Part<T>(T[] array, int offset, int length, string parameter)
        {
            ArgumentNullException.ThrowIfNull(array, parameter);
            if (length < 0) ThrowHelper.ArgumentOutOfRange(nameof(length));
            if (offset < 0 || offset > array.Length - length) ThrowHelper.ArgumentOutOfRange(nameof(offset));
            return new ReadOnlySpan<T>(array, offset, length);
        }

        public static string ToBase64String(ReadOnlySpan<byte> bytes, Base64FormattingOptions options = Base64FormattingOptions.None)
        {
            string result = string.FastAllocateString(TextLength(bytes.Length, options));
            Write(bytes, result.Writable, options);
            return result;
        }

        private static int TextLength(int bytes, Base64FormattingOptions options)
        {
            if ((uint)options > 1) throw new ArgumentException(string.Concat("Illegal enum value: ", ((int)options).ToString(), "."), nameof(options));
            long length = (bytes + 2L) / 3 * 4;
            if (options == Base64FormattingOptions.InsertLineBreaks && length != 0) length += (length - 1) / LineLength * 2;
            return length <= int.MaxValue ? (int)length : throw new OutOfMemoryException();
        }

        private static void Write(ReadOnlySpan<byte> bytes, Span<char> text, Base64FormattingOptions options)
        {
            bool hasLines = options == Base64FormattingOptions.InsertLineBreaks;
            while (!bytes.IsEmpty)
            {
                ReadOnlySpan<byte> line = hasLines && bytes.Length > BytesPerLine ? bytes.Slice(0, BytesPerLine) : bytes;
                Base64Coder<char, CharUnit>.Encode(line, text, out _, out int written, isFinal: true, isUrl: false);
                bytes = bytes.Slice(line.Length);
                text = text.Slice(written);
                if (bytes.IsEmpty) return;
                text[0] = '\r';
                text[1] = '\n';
                text = text.Slice(2);
            }
        }

        public static bool TryToBase64Chars(ReadOnlySpan<byte> bytes, Span<char> chars, out int charsWritten, Base64FormattingOptions options = Base64FormattingOptions.None)
        {
            int length = TextLength(bytes.Length, options);
            charsWritten = 0;
            if (length > chars.Length) return false;
            Write(bytes, chars, options);
            charsWritten = length;
            return true;
        }

        public static int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut) =>
            ToBase64CharArray(inArray, offsetIn, length, outArray, offsetOut, Base64FormattingOptions.None);

        public static int ToBase64CharArray(byte[] inArray, int offsetIn, int length, char[] outArray, int offsetOut, Base64FormattingOptions options)
        {
            ArgumentNullException.ThrowIfNull(outArray, nameof(outArray));
            ReadOnlySpan<byte> bytes = Part(inArray, offsetIn, length, nameof(inArray));
            if (offsetOut < 0 || !TryToBase64Chars(bytes, outArray.AsSpan(Math.Min(offsetOut, outArray.Length)), out int written, options))
                throw new ArgumentOutOfRangeException(nameof(offsetOut), "Either offset did not refer to a position in the string, or there is an insufficient length of destination character array.");
            return written;
        }

        public static byte[] FromBase64String(string s)
        {
            ArgumentNullException.ThrowIfNull(s, nameof(s));
            return FromBase64(s);
        }

        public static byte[] FromBase64CharArray(char[] inArray, int offset, int length) => FromBase64(Part(inArray, offset, length, nameof(inArray)));

        private static byte[] FromBase64(ReadOnlySpan<char> text)
        {
            int digits = 0;
            foreach (char c in text)
                if (!Base64Coder<char, CharUnit>.IsWhite(c) && c != '=') digits++;
            byte[] bytes = new byte[digits / 4 * 3 + (digits % 4 == 0 ? 0 : digits % 4 - 1)];
            if (!TryFromBase64Chars(text, bytes, out int written) || written != bytes.Length)
                throw new FormatException("The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.");
            return bytes;
        }

        public static bool TryFromBase64String(string s, Span<byte> bytes, out int bytesWritten)
        {
            ArgumentNullException.ThrowIfNull(s, nameof(s));
            return TryFromBase64Chars(s, bytes, out bytesWritten);
        }

        public static bool TryFromBase64Chars(ReadOnlySpan<char> chars, Span<byte> bytes, out int bytesWritten)
        {
            bool isDone = Base64Coder<char, CharUnit>.Decode(chars, bytes, out _, out bytesWritten, isFinal: true, isUrl: false) == OperationStatus.Done;
            if (!isDone) bytesWritten = 0;
            return isDone;
        }

        public static string ToHexString(byte[] inArray) => ToHexString((ReadOnlySpan<byte>)(inArray ?? throw new ArgumentNullException(nameof(inArray))));
        public static string ToHexString(byte[] inArray, int offset, int length) => ToHexString(Part(inArray, offset, length, nameof(inArray)));
        public static string ToHexString(ReadOnlySpan<byte> bytes) => ToHex(bytes, "0123456789ABCDEF");
        public static string ToHexStringLower(byte[] inArray) => ToHexStringLower((ReadOnlySpan<byte>)(inArray ?? throw new ArgumentNullException(nameof(inArray))));
        public static string ToHexStringLower(byte[] inArray, int offset, int length) => ToHexStringLower(Part(inArray, offset, length, nameof(inArray)));
        public static string ToHexStringLower(ReadOnlySpan<byte> bytes) => ToHex(bytes, "0123456789abcdef");

        private static string ToHex(ReadOnlySpan<byte> bytes, string digits)
        {
            string result = string.FastAllocateString(checked(bytes.Length * 2));
            WriteHex(bytes, result.Writable, digits);
            return result;
        }

        private static void WriteHex(ReadOnlySpan<byte> bytes, Span<char> text, string digits)
        {
            for (int i = 0; i < bytes.Length; i++)
            {
                text[i * 2] = digits[bytes[i] >> 4];
                text[i * 2 + 1] = digits[bytes[i] & 15];
            }
        }

        public static bool TryToHexString(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten) =>
            TryToHex(source, destination, out charsWritten, "0123456789ABCDEF");
        public static bool TryToHexStringLower(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten) =>
            TryToHex(source, destination, out charsWritten, "0123456789abcdef");

        private static bool TryToHex(ReadOnlySpan<byte> source, Span<char> destination, out int charsWritten, string digits)
        {
            charsWritten = 0;
            if (destination.Length / 2 < source.Length) return false;
            WriteHex(source, destination, digits);
            charsWritten = source.Length * 2;
            return true;
        }

        public static byte[] FromHexString(string s)
        {
            ArgumentNullException.ThrowIfNull(s, nameof(s));
            return FromHexString((ReadOnlySpan<char>)s);
        }

        public static byte[] FromHexString(ReadOnlySpan<char> chars)
        {
            if (chars.Length % 2 != 0) throw new FormatException("The input is not a valid hex string as its length is not a multiple of 2.");
            byte[] bytes = new byte[chars.Length / 2];
            if (FromHexString(chars, bytes, out _, out _) != OperationStatus.Done)
                throw new FormatException("The input is not a valid hex string as it contains a non-hex character.");
            return bytes;
        }

        public static OperationStatus FromHexString(string source, Span<byte> destination, out int charsConsumed, out int bytesWritten)
        {
            ArgumentNullException.ThrowIfNull(source, nameof(source));
            return FromHexString((ReadOnlySpan<char>)source, destination, out charsConsumed, out bytesWritten);
        }

        public static OperationStatus FromHexString(ReadOnlySpan<char> source, Span<byte> destination, out int charsConsumed, out int bytesWritten)
        {
            int count = Math.Min(source.Length / 2, destination.Length);
            OperationStatus status = source.Length / 2 > destination.Length ? OperationStatus.DestinationTooSmall
                : source.Length % 2 != 0 ? OperationStatus.NeedMoreData : OperationStatus.Done;
            charsConsumed = count * 2;
            for (bytesWritten = 0; bytesWritten < count; bytesWritten++)
            {
                int high = Number.DigitOf(source[bytesWritten * 2]), low = Number.DigitOf(source[bytesWritten * 2 + 1]);
                if ((high | low) < 0)
                {
                    // A wrong second digit leaves the first consumed, as in .NET.
                    charsConsumed = bytesWritten * 2 + (low < 0 ? 1 : 0);
                    return OperationStatus.InvalidData;
                }
                destination[bytesWritten] = (byte)((high << 4) | low);
            }
            return status;
        }
    }
}
