using System;

static class Case
{
    internal static ICloneable Run(Version version, System.Text.Encoding encoding)
    {
        object copy = version.Clone();
        return encoding; // expect: UK2004
    }
}
