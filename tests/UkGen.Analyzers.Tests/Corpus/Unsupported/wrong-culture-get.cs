using System.Globalization;

static class Case
{
    internal static void Run()
    {
        var german = CultureInfo.GetCultureInfo("de-DE"); // expect: UK2001
    }
}
