using System.Globalization;

static class Case
{
    internal static void Run()
    {
        var format = new NumberFormatInfo(); // expect: UK2001
        format.NumberDecimalSeparator = ","; // expect: UK2001
        var other = new NumberFormatInfo // expect: UK2001
        {
            NumberDecimalSeparator = ",", // expect: UK2001
        };
        System.Console.WriteLine(1.5.ToString(format));
    }
}
