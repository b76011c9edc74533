// What goes to standard output and what to standard error, by each way that .NET has to both, and in the end a panic.

using System;
using System.IO;

Console.WriteLine("out: a line");
Console.Error.WriteLine("error: a line");
Console.Error.Write("error: ");
Console.Error.WriteLine(42);
Console.Out.WriteLine("out: a writer");
using (Stream output = Console.OpenStandardOutput()) output.Write("out: a stream\n"u8);
using (Stream errors = Console.OpenStandardError()) errors.Write("error: a stream\n"u8);
using (Stream errors = Console.OpenStandardError(64)) errors.Write("error: a stream with a buffer\n"u8);
StringWriter kept = new();
Console.SetError(kept);
Console.Error.WriteLine("kept");
Console.WriteLine("out: " + kept.ToString().TrimEnd());
throw new InvalidOperationException("error: nobody catches this");
