// output: program
using System;
using Uk.Platform;

Console.WriteLine(typeof(ICpu));
