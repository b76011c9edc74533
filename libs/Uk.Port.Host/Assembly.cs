// Who may see the internals, and that images have none of it: the ports of a .NET process.

using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using Uk;

[assembly: InternalsVisibleTo("Uk.Libs.Tests")]
[assembly: Layer(Layer.Device)]
[assembly: UnsupportedOSPlatform(Running.Platform)]
