// Also part of the command line tool, which knows nothing of the C# compiler. Why images lack a part of .NET, and what a program does instead: by type and namespace, the longest name that fits.

using System;
using System.Collections.Generic;

namespace UkGen.Analyzers;

/// <param name="Prefix">A namespace, a type or a member, without its parameters.</param>
/// <param name="Why">Goes behind "is not in images: ".</param>
/// <param name="Instead">A sentence without its period.</param>
internal sealed record Reason(string Prefix, string Why, string Instead)
{
    private const string Console =
        "Console.Write and WriteLine are there; settings come as options of the start ([StartOptions])";
    private const string Threads =
        "Run the work on an lcore of its own ([Lcore(1)]), or as a task (Task.Run, async), which shares the core with whoever waits";
    private const string Reflection =
        "Write the code out, let a source generator write it, or use generics: typeof(T).Name and enum names are there";
    private const string Guard = "Or do it only where Running.OnDotNet says that .NET runs the program";

    public static readonly Reason Unknown = new(
        "", "the core library of images does not have it", "docs/api-coverage.md lists what images have");

    private static readonly Reason[] s_all =
    [
        new("System.IO.File", "an image has no file system", "Put the content into the program (a const, or a u8 literal), or take it as an option of the start ([StartOptions]). " + Guard),
        new("System.IO.Directory", "an image has no file system", "Put what is needed into the program. " + Guard),
        new("System.IO.DriveInfo", "an image has no file system", "Remove it. " + Guard),
        new("System.IO.MemoryMappedFiles", "an image has no file system", "Use a memory region: [MemoryRegion] partial struct Data"),
        new("System.IO.Pipes", "an image has no processes to talk to", "Lcores hand work to each other through a Ring"),
        new("System.IO.Compression", "it is native code of .NET", "Use a library that is written in C#"),
        new("System.IO.IsolatedStorage", "an image has no file system", "Remove it. " + Guard),
        new("System.IO.Ports", "an image has no serial ports but its console", "Write to the Console"),
        new("System.IO.StreamReader", "an image has no files to read", "Read from a StringReader, or from spans"),
        new("System.IO.StreamWriter", "an image has no files to write", "Write into a StringBuilder, a StringWriter or a span; the Console shows it"),
        new("System.IO", "an image has no file system", "Work on spans and memory. " + Guard),
        new("System.Net.Sockets", "an image has no sockets", "Declare a port ([Port(0)] partial struct Wan) and handle packets with Uk.Net"),
        new("System.Net.Http", "an image has no sockets", "Declare a port ([Port(0)] partial struct Wan) and handle packets with Uk.Net"),
        new("System.Net.IPAddress", "an image has no sockets", "Uk.Net has Ipv4Address"),
        new("System.Net", "an image has no sockets", "Declare a port ([Port(0)] partial struct Wan) and handle packets with Uk.Net"),
        new("System.Diagnostics.Process", "an image is the only program of its machine", "Remove it. " + Guard),
        new("System.Diagnostics.Trace", "the core library of images does not have it", "Write to the Console; packets are traced with [PacketTracer]"),
        new("System.Diagnostics.Metrics", "the core library of images does not have it", "Count in fields, or with [LatencyHistogram] and the port's Statistics"),
        new("System.Diagnostics.Activity", "the core library of images does not have it", "Measure with [LatencyHistogram] or [StageCycles]"),
        new("System.Diagnostics.FileVersionInfo", "an image has no file system", "Remove it. " + Guard),
        new("System.Diagnostics.Tracing", "nobody listens for events in an image", "Write to the Console"),
        new("System.Diagnostics.StackTrace", "the core library of images does not have it", "Exception.StackTrace is there"),
        new("System.Environment.StackTrace", "the core library of images does not have it", "Exception.StackTrace is there"),
        new("System.Environment.CurrentDirectory", "an image has no file system", "Remove it. " + Guard),
        new("System.Environment.GetFolderPath", "an image has no file system", "Remove it. " + Guard),
        new("System.Environment.ProcessPath", "an image has no file system", "Remove it. " + Guard),
        new("System.Environment.ExitCode", "the core library of images does not have it", "Return the status from Main, or call Environment.Exit"),
        new("System.Environment", "an image has no operating system to ask", "Take it as an option of the start ([StartOptions]). " + Guard),
        new("System.Reflection", "an image has no metadata but names", Reflection),
        new("System.Type", "an image has no metadata but names", Reflection),
        new("System.Activator", "an image has no metadata to make objects from", "Use new T() with the constraint new(), or a delegate that makes one"),
        new("System.Array.CreateInstance", "an image makes arrays of types that the compiler knows", "Use new T[length] in a generic method"),
        new("System.Delegate", "an image has no metadata but names", "Convert a method or a lambda to a delegate of its type"),
        new("System.Attribute", "an image has no metadata but names", Reflection),
        new("System.Runtime.Loader", "an image loads nothing at run time", "Reference the assembly in the project"),
        new("System.AppDomain", "an image is one program without domains", "Remove it, or use AppContext for switches"),
        new("System.AppContext.BaseDirectory", "an image has no file system", "Remove it. " + Guard),
        new("System.Linq.Expressions", "an image cannot make code while it runs", "Use delegates"),
        new("System.Linq.Queryable", "an image cannot make code while it runs", "Use Enumerable, or a loop"),
        new("System.Linq", "the core library of images does not have it", "System.Linq.Enumerable is there, and so are loops"),
        new("Microsoft.CSharp", "an image cannot find out while it runs what a name means", "Write the type in place of dynamic"),
        new("System.Dynamic", "an image cannot find out while it runs what a name means", "Write the type in place of dynamic"),
        new("System.Threading.Thread.Start", "an image starts no threads", Threads),
        new("System.Threading.Thread.Join", "an image starts no threads", Threads),
        new("System.Threading.Thread", "an image has lcores and tasks, and no threads to start or set up", Threads),
        new("System.Threading.Mutex", "an image has no other processes", "Use lock, or SemaphoreSlim with WaitAsync"),
        new("System.Threading.Semaphore", "an image has no other processes", "Use SemaphoreSlim"),
        new("System.Threading.EventWaitHandle", "an image has no other processes", "Use TaskCompletionSource or SemaphoreSlim"),
        new("System.Threading.RegisteredWaitHandle", "an image starts no threads", Threads),
        new("System.Threading", "an image has lcores and tasks, and no threads", Threads),
        new("System.Timers", "an image starts no threads", "Use PeriodicTimer, or System.Threading.Timer"),
        new("System.Globalization.CultureInfo", "images have the invariant culture alone", "Use CultureInfo.InvariantCulture, or leave the culture out"),
        new("System.Globalization.NumberFormatInfo", "images have the invariant culture alone", "Write the number in the form that you want"),
        new("System.Globalization.CharUnicodeInfo", "images have the invariant culture alone", "char.IsLetter, char.IsDigit and their like are there"),
        new("System.Globalization", "images have the invariant culture alone", "Leave the culture out; strings are compared by ordinal"),
        new("System.Char.GetUnicodeCategory", "images have no table of categories", "char.IsLetter, char.IsDigit and their like are there"),
        new("System.TimeZoneInfo", "images know no time zones: local time is UTC", "Use DateTime.UtcNow and DateTimeOffset.UtcNow"),
        new("System.TimeZone", "images know no time zones: local time is UTC", "Use DateTime.UtcNow"),
        new("System.DateTime.FromOADate", "it is for OLE automation", "Use DateTime.UnixEpoch and AddSeconds"),
        new("System.DateTime.ToOADate", "it is for OLE automation", "Subtract DateTime.UnixEpoch"),
        new("System.DateTime", "images have the Gregorian calendar alone", "Use the members that take no Calendar"),
        new("System.Console.Read", "an image reads no console", Console),
        new("System.Console.In", "an image reads no console", Console),
        new("System.Console.KeyAvailable", "an image reads no console", Console),
        new("System.Console.CancelKeyPress", "an image gets no signals", "End the loop by a packet or by a timer"),
        new("System.Console", "the console of an image is a line of bytes out", "Console.Write and Console.WriteLine are there; escape sequences can be written as text"),
        new("System.Security.Cryptography", "it is native code of .NET", "Use a library that is written in C#; Random.Shared is not for secrets"),
        new("System.Security", "an image has no users and no operating system to ask", "Remove it"),
        new("System.Runtime.InteropServices.NativeLibrary", "an image has no native libraries", "Write it in C#"),
        new("System.Runtime.InteropServices.Marshal", "an image has no native libraries to hand data to", "Use NativeMemory, MemoryMarshal and Unsafe"),
        new("System.Runtime.InteropServices.PosixSignal", "an image gets no signals", "End the loop by a packet or by a timer"),
        new("System.Runtime.InteropServices.RuntimeInformation", "an image has no operating system to ask", "Running.InImage says where the program runs; X86Base.IsSupported and its like what the processor has"),
        new("System.Runtime.InteropServices", "an image has no native libraries to hand data to", "Use NativeMemory, MemoryMarshal and Unsafe"),
        new("System.Runtime.Serialization", "an image has no metadata to serialise by", "Write the fields one by one, with Utf8JsonWriter or BinaryPrimitives"),
        new("System.Text.Json.JsonSerializer", "an image has no metadata to serialise by", "Use Utf8JsonWriter, Utf8JsonReader or JsonDocument"),
        new("System.Text.Json.Nodes", "it needs types of reflection", "Use Utf8JsonWriter, Utf8JsonReader or JsonDocument"),
        new("System.Xml", "the core library of images does not have it", "Use Utf8JsonReader, or parse the text"),
        new("System.Data", "an image has no database drivers", "Use HashTable or the collections"),
        new("System.Resources", "an image has no resources", "Put the text into the program as a const"),
        new("System.ComponentModel", "an image has no metadata but names", Reflection),
        new("System.Collections.Specialized", "the core library of images does not have it", "Use the collections of System.Collections.Generic"),
        new("System.Collections", "the core library of images does not have it", "Use the collections of System.Collections.Generic"),
        new("System.Drawing", "an image has no screen", "Remove it"),
        new("System.Formats", "the core library of images does not have it", "BinaryPrimitives reads and writes numbers of any byte order"),
        new("System.Transactions", "an image has no transactions", "Remove it"),
        new("System.Web", "an image has no web server", "Handle packets with Uk.Net"),
        new("Microsoft.Win32", "an image is not Windows", "Take it as an option of the start ([StartOptions])"),
        new("Microsoft.VisualBasic", "the core library of images does not have it", "Use the members of System"),
        new("System.Runtime.CompilerServices.CallSite", "an image cannot find out while it runs what a name means", "Write the type in place of dynamic"),
        new("System.Double", "the core library has it in Math", "Call the method of the same name in Math"),
        new("System.Single", "the core library has it in MathF", "Call the method of the same name in MathF"),
        new("System.GC", "the collector of images does not have it", "[assembly: Heap(…)] chooses how memory is given back"),
    ];

    private static readonly char[] s_ends = ['.', '`'];
    private static readonly Dictionary<string, Reason> s_byPrefix = Index();

    /// <summary>The reason of the longest prefix of the name.</summary>
    /// <param name="id">A documentation id.</param>
    public static Reason Of(string id)
    {
        int end = id.IndexOf('(');
        string name = id.Substring(2, (end < 0 ? id.Length : end) - 2);
        for (int length = name.Length; length > 0; length = name.LastIndexOfAny(s_ends, length - 1))
            if (s_byPrefix.TryGetValue(name.Substring(0, length), out Reason? reason)) return reason;
        return Unknown;
    }

    private static Dictionary<string, Reason> Index()
    {
        Dictionary<string, Reason> index = new(StringComparer.Ordinal);
        foreach (Reason reason in s_all) index.Add(reason.Prefix, reason);
        return index;
    }
}
