// The layer of this library, and who may see its internals.

using System.Runtime.CompilerServices;
using Uk;

[assembly: Layer(Layer.Device)]
// Tells `uk top` where the counters of a process are.
[assembly: InternalsVisibleTo("Uk.Port.Host")]
