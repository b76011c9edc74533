// There is one culture in an image: the invariant one. Every provider that a program can pass means it.

namespace System.Globalization;

public class CultureInfo : IFormatProvider
{
    private static readonly CultureInfo s_invariant = new();

    private protected CultureInfo() { }

    public static CultureInfo InvariantCulture => s_invariant;
    public static CultureInfo CurrentCulture => s_invariant;
    public static CultureInfo CurrentUICulture => s_invariant;

    public virtual string Name => "";
    public virtual object? GetFormat(Type? formatType) => null;
    public override string ToString() => Name;
}
