using Internal.Runtime;

namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler makes of an interpolated string.</summary>
[InterpolatedStringHandler]
public ref struct DefaultInterpolatedStringHandler
{
    private const int GuessedLengthPerHole = 11;
    private const int MinLength = 256;

    /// <summary>A buffer that is longer is not kept for the next string.</summary>
    private const int MaxKeptLength = 4096;

    /// <summary>The buffer of an earlier string, for the next one. Not where several lcores would share it.</summary>
    private static char[]? s_spare;

    private readonly IFormatProvider? _provider;
    private readonly ICustomFormatter? _formatter;
    private Span<char> _chars;
    private int _length;
    private char[]? _buffer;

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount)
    {
        int guess = literalLength + formattedCount * GuessedLengthPerHole;
        char[]? buffer = RuntimeFeatures.SeveralLcores ? null : s_spare;
        if (buffer is null || buffer.Length < guess) buffer = new char[Math.Max(MinLength, guess)];
        else s_spare = null;
        _chars = _buffer = buffer;
    }

    public DefaultInterpolatedStringHandler(int literalLength, int formattedCount, IFormatProvider? provider)
        : this(literalLength, formattedCount)
    {
        _provider = provider;
        _formatter = CompositeText.FormatterOf(provider);
    }

    public DefaultInterpolatedStringHandler(
        int literalLength, int formattedCount, IFormatProvider? provider, Span<char> initialBuffer)
    {
        _provider = provider;
        _formatter = CompositeText.FormatterOf(provider);
        _chars = initialBuffer;
    }

    /// <summary>Inlined, so that the compiler copies what is short and known with an instruction or two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendLiteral(string value)
    {
        if (value.Length > _chars.Length - _length) GrowBy(value.Length);
        value.CopyTo(_chars.Slice(_length));
        _length += value.Length;
    }

    public void AppendFormatted(string? value)
    {
        if (_formatter is not null) AppendCustom(value, null);
        else AppendFormatted((ReadOnlySpan<char>)value);
    }

    /// <summary>The program's own formatter says.</summary>
    private void AppendCustom(object? value, string? format) => AppendFormatted((ReadOnlySpan<char>)_formatter!.Format(format, value, _provider));

    public void AppendFormatted(scoped ReadOnlySpan<char> value)
    {
        if (value.Length > _chars.Length - _length) GrowBy(value.Length);
        value.CopyTo(_chars.Slice(_length));
        _length += value.Length;
    }

    public void AppendFormatted(scoped ReadOnlySpan<char> value, int alignment = 0, string? format = null)
    {
        int start = _length;
        AppendFormatted(value);
        Align(start, alignment);
    }

    public void AppendFormatted(string? value, int alignment = 0, string? format = null) => AppendFormatted<string?>(value, alignment, format);

    public void AppendFormatted(object? value, int alignment = 0, string? format = null) =>
        AppendFormatted<object?>(value, alignment, format);

    /// <summary>On its own, because a program without formats then has nothing of what reads them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AppendFormatted<T>(T value) => Append(value, format: null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void AppendFormatted<T>(T value, string? format) => Append(value, format);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append<T>(T value, string? format)
    {
        if (_formatter is not null)
        {
            AppendCustom(value, format);
            return;
        }
        int written;
        // Without a box.
        if (typeof(T).IsEnum)
        {
            while (!Enum.TryFormatUnconstrained(value, _chars.Slice(_length), out written, format)) Grow();
            _length += written;
            return;
        }
        if (value is ISpanFormattable formattable)
        {
            while (!formattable.TryFormat(_chars.Slice(_length), out written, format, _provider)) Grow();
            _length += written;
            return;
        }
        AppendFormatted((ReadOnlySpan<char>)(value is IFormattable other ? other.ToString(format, _provider) : value?.ToString()));
    }

    public void AppendFormatted<T>(T value, int alignment) => AppendFormatted(value, alignment, null);

    public void AppendFormatted<T>(T value, int alignment, string? format)
    {
        int start = _length;
        AppendFormatted(value, format);
        Align(start, alignment);
    }

    /// <summary>Pads what was written since <paramref name="start"/>: on the left, or on the right if negative.</summary>
    private void Align(int start, int alignment)
    {
        int width = alignment < 0 ? -alignment : alignment;
        int padding = width - (_length - start);
        if (padding <= 0) return;
        if (padding > _chars.Length - _length) GrowBy(padding);
        Span<char> field = _chars.Slice(start, width);
        if (alignment > 0)
        {
            field.Slice(0, _length - start).CopyTo(field.Slice(padding));
            field.Slice(0, padding).Fill(' ');
        }
        else field.Slice(width - padding).Fill(' ');
        _length += padding;
    }

    private void Grow() => GrowBy(_chars.Length + MinLength);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void GrowBy(int count)
    {
        char[] larger = new char[checked(_length + Math.Max(count, _chars.Length))];
        _chars.Slice(0, _length).CopyTo(larger);
        _chars = _buffer = larger;
    }

    public ReadOnlySpan<char> Text => _chars.Slice(0, _length);

    public override string ToString() => new(_chars.Slice(0, _length));

    public string ToStringAndClear()
    {
        string result = ToString();
        Clear();
        return result;
    }

    public void Clear()
    {
        _chars = default;
        _length = 0;
        if (!RuntimeFeatures.SeveralLcores && _buffer is { Length: <= MaxKeptLength } buffer) s_spare = buffer;
        _buffer = null;
    }
}
