using System.Runtime.InteropServices;

static class Case
{
    internal static void Run()
    {
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => { }); // expect: UK2001
    }
}
