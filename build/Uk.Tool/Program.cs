// The command `uk`: what surrounds an image on the host. Each subcommand stands in a file of its own.

using System.CommandLine;
using Uk.Qemu;
using Uk.Tool.Doctor;
using Uk.Tool.Live;
using Uk.Tool.Features;
using Uk.Tool.Names;
using Uk.Tool.Plan;
using Uk.Tool.Run;

namespace Uk.Tool;

internal static class Program
{
    private static int Main(string[] args)
    {
        var root = new RootCommand("Builds around, boots and explains unikernel images.");
        root.Subcommands.Add(AllocationsCommand.Create());
        root.Subcommands.Add(DescribeCommand.Create());
        root.Subcommands.Add(DispatchCommand.Create());
        root.Subcommands.Add(DoctorCommand.Create());
        root.Subcommands.Add(FacadesCommand.Create());
        root.Subcommands.Add(FeaturesCommand.Create());
        root.Subcommands.Add(NamesCommand.Create());
        root.Subcommands.Add(PlanCommand.Create());
        root.Subcommands.Add(ReportCommand.Create());
        root.Subcommands.Add(RunCommand.Create());
        root.Subcommands.Add(ScanCommand.Create());
        root.Subcommands.Add(StockCommand.Create());
        root.Subcommands.Add(SymbolizeCommand.Create());
        root.Subcommands.Add(TopCommand.Create());
        return ExitCleanup.RunMain(() => root.Parse(RunOptions.WithDebuggerPort(args)).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }
}
