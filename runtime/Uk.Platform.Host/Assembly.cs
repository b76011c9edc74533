// Images have none of it: .NET is the platform.

using System.Runtime.Versioning;
using Uk;

[assembly: Layer(Layer.Platform)]
[assembly: UnsupportedOSPlatform(Running.Platform)]
