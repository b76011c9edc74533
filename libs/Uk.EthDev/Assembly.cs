// Who may see the internals.

using System.Runtime.CompilerServices;

// Tells `uk top` where the counters of a process are.
[assembly: InternalsVisibleTo("Uk.Port.Host")]
