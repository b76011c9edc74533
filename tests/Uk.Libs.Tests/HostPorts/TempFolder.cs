using System;
using System.IO;

namespace Uk.Libs.Tests.HostPorts;

/// <summary>A folder that is gone with the test.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("uk-libs-tests-").FullName;

    public string File(string name) => Path.Combine(_path, name);

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
