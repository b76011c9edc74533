namespace System.Globalization;

[Flags]
public enum NumberStyles
{
    None = 0x000,
    AllowLeadingWhite = 0x001, AllowTrailingWhite = 0x002, AllowLeadingSign = 0x004, AllowTrailingSign = 0x008,
    AllowParentheses = 0x010, AllowDecimalPoint = 0x020, AllowThousands = 0x040, AllowExponent = 0x080,
    AllowCurrencySymbol = 0x100, AllowHexSpecifier = 0x200, AllowBinarySpecifier = 0x400,
    Integer = AllowLeadingWhite | AllowTrailingWhite | AllowLeadingSign,
    HexNumber = AllowLeadingWhite | AllowTrailingWhite | AllowHexSpecifier,
    BinaryNumber = AllowLeadingWhite | AllowTrailingWhite | AllowBinarySpecifier,
    Number = Integer | AllowTrailingSign | AllowDecimalPoint | AllowThousands,
    Float = Integer | AllowDecimalPoint | AllowExponent,
    Currency = Number | AllowParentheses | AllowCurrencySymbol,
    Any = Currency | AllowExponent,
}
