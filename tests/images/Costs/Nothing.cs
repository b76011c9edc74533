using System;

Console.WriteLine("done");
