// Who may see the internals, and that images have none of it: the ports of a .NET process.

using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Uk;

// The tool reads and writes capture files for ports of virtual machines.
[assembly: InternalsVisibleTo("uk")]
[assembly: InternalsVisibleTo("Uk.Libs.Tests")]
[assembly: Layer(Layer.Device)]
[assembly: UnsupportedOSPlatform(Running.Platform)]
