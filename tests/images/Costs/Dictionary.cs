using System;
using System.Collections.Generic;

Dictionary<string, int> ages = new() { ["ann"] = 1, ["bob"] = 2 };
Console.WriteLine(ages["bob"] == 2 ? "done" : "failed");
