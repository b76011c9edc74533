using System.Globalization;

static class Case
{
    internal static void Run()
    {
        var format = new NumberFormatInfo { NumberDecimalSeparator = "," }; // expect: UK2001 UK2001
        System.Console.WriteLine(1.5.ToString(format));
    }
}
