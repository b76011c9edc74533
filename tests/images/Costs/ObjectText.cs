using System;
using System.Runtime.CompilerServices;

Console.WriteLine(Text(new object()));

// Nobody knows what the object is, so every type of the image may be asked for its text.
[MethodImpl(MethodImplOptions.NoInlining)]
static string? Text(object something) => something.ToString();
