using System;

Console.WriteLine($"{args.Length} arguments, {args.Length + 1:X4}");
