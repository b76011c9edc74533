using System;

Console.WriteLine(typeof(Version).Name);
