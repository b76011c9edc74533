// Calls what images do not have.

using System;
using System.IO;

Console.WriteLine(File.ReadAllText("/etc/hostname"));
