// Who may see the internals.

using System.Runtime.CompilerServices;

// The tool reads and writes capture files for ports of virtual machines.
[assembly: InternalsVisibleTo("uk")]
[assembly: InternalsVisibleTo("Uk.Libs.Tests")]
