using System.Runtime.InteropServices;

static partial class Case
{
    [LibraryImport("libm")]
    internal static partial double floor(double value); // expect: UK2003

    internal static partial double floor(double value) => value;
}
