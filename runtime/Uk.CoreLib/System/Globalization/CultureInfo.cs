// There is one culture in an image: the invariant one. Every provider that a program can pass means it.

namespace System.Globalization;

public class CultureInfo : IFormatProvider
{
    private static readonly CultureInfo s_invariant = new();

    private protected CultureInfo() { }

    public static CultureInfo InvariantCulture => s_invariant;

    // No other culture can be set, for there is none.
    public static CultureInfo CurrentCulture
    {
        get => s_invariant;
        set => ArgumentNullException.ThrowIfNull(value, nameof(value));
    }

    public static CultureInfo CurrentUICulture
    {
        get => s_invariant;
        set => ArgumentNullException.ThrowIfNull(value, nameof(value));
    }

    public virtual string Name => "";
    public virtual string DisplayName => EnglishName;
    public virtual string EnglishName => "Invariant Language (Invariant Country)";
    public bool IsReadOnly => true;
    public virtual object? GetFormat(Type? formatType) => null;
    public override string ToString() => Name;

    public virtual NumberFormatInfo NumberFormat => NumberFormatInfo.InvariantInfo;
}
