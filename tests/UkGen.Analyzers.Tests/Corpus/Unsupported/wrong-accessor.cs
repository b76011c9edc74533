using System;

class Case
{
    internal static string Name
    {
        get { return Environment.MachineName; } // expect: UK2001
    }
}
