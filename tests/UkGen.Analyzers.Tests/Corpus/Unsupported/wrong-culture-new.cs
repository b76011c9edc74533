using System.Globalization;

static class Case
{
    internal static void Run()
    {
        var german = new CultureInfo("de-DE"); // expect: UK2001
    }
}
