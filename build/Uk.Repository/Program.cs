// What the scripts of this repository do beyond starting a build: `test ROOT` and `demo ROOT`.

using System;
using Uk.Qemu;

namespace Uk.Repository;

internal static class Program
{
    private static int Main(string[] args) => ExitCleanup.RunMain(() => args switch
    {
        ["test", { } root, .. { } arguments] => TestRun.Run(root, arguments),
        ["demo", { } root] => Demo.Run(root),
        _ => Usage(),
    });

    private static int Usage()
    {
        Console.Error.WriteLine("usage: test ROOT [quick] [--seed N] [PROJECT…] | demo ROOT");
        return 2;
    }
}
