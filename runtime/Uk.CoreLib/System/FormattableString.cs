// Interpolated strings that are formatted later.

namespace System
{
    public abstract class FormattableString : IFormattable
    {
        public abstract string Format { get; }
        public abstract int ArgumentCount { get; }
        public abstract object?[] GetArguments();
        public abstract object? GetArgument(int index);
        public abstract string ToString(IFormatProvider? formatProvider);

        string IFormattable.ToString(string? ignored, IFormatProvider? formatProvider) => ToString(formatProvider);
        public override string ToString() => ToString(null);

        public static string Invariant(FormattableString formattable)
        {
            ArgumentNullException.ThrowIfNull(formattable, nameof(formattable));
            return formattable.ToString(Globalization.CultureInfo.InvariantCulture);
        }

        public static string CurrentCulture(FormattableString formattable)
        {
            ArgumentNullException.ThrowIfNull(formattable, nameof(formattable));
            return formattable.ToString(Globalization.CultureInfo.CurrentCulture);
        }
    }
}

namespace System.Runtime.CompilerServices
{
    public static class FormattableStringFactory
    {
        public static FormattableString Create(string format, params object?[] arguments)
        {
            ArgumentNullException.ThrowIfNull(format, nameof(format));
            ArgumentNullException.ThrowIfNull(arguments, nameof(arguments));
            return new CompositeString(format, arguments);
        }

        private sealed class CompositeString(string format, object?[] arguments) : FormattableString
        {
            public override string Format => format;
            public override int ArgumentCount => arguments.Length;
            public override object?[] GetArguments() => arguments;
            public override object? GetArgument(int index) => arguments[index];
            public override string ToString(IFormatProvider? formatProvider) => string.Format(formatProvider, format, arguments);
        }
    }
}
