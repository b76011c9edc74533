// What Latin-1 writes for characters that it lacks: the letter without its accent, the plain quote, and else a question
// mark. The table is what .NET does: a first character, and what it and those behind it become.

namespace System.Text;

internal sealed class Latin1Fallback : EncoderFallback
{
    public override int MaxCharCount => 1;

    internal override string Replace(ReadOnlySpan<char> chars, int index)
    {
        if (chars.Length == 2) return "??";
        char c = chars[0];
        foreach ((char first, string plain) in Table)
            if (c >= first && c - first < plain.Length) return plain.Substring(c - first, 1);
        return "?";
    }

    private static (char First, string Plain)[] Table =>
    [
        ('\u0100', "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi"),
        ('\u0134', "JjKk"),
        ('\u0139', "LlLlLl"),
        ('\u0141', "LlNnNnNn"),
        ('\u014C', "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz"),
        ('\u0180', "b"),
        ('\u0189', "D"),
        ('\u0191', "Ff"),
        ('\u0197', "I"),
        ('\u019A', "l"),
        ('\u019F', "OOo"),
        ('\u01AB', "t"),
        ('\u01AE', "TUu"),
        ('\u01B6', "z"),
        ('\u01CD', "AaIiOoUuUuUuUuUu"),
        ('\u01DE', "Aa"),
        ('\u01E4', "GgGgKkOoOo"),
        ('\u01F0', "j"),
        ('\u0261', "g"),
        ('\u02B9', "'\""),
        ('\u02BC', "'"),
        ('\u02C4', "^"),
        ('\u02C6', "^"),
        ('\u02C8', "'"),
        ('\u02CB', "`"),
        ('\u02CD', "_"),
        ('\u02DC', "~"),
        ('\u0300', "`"),
        ('\u0302', "^~"),
        ('\u030E', "\""),
        ('\u0331', "__"),
        ('\u2000', "       "),
        ('\u2010', "--"),
        ('\u2013', "--"),
        ('\u2018', "'',"),
        ('\u201C', "\"\"\""),
        ('\u2022', "."),
        ('\u2026', "."),
        ('\u2032', "'"),
        ('\u2035', "`"),
        ('\u2039', "<>"),
        ('\u2122', "T"),
        ('\uFF01', "!\"#$%&'()*+,-./0123456789:;<=>"),
        ('\uFF20', "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~"),
    ];
}
