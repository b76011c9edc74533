using System;
using System.IO;

static class Case
{
    internal static void Run()
    {
        Console.WriteLine(DriveInfo.GetDrives().Length); // expect: UK2001
    }
}
