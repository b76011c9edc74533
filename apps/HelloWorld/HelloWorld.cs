using System;

Console.WriteLine("Hello from a unikernel written in C#.");
