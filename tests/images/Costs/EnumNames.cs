using System;

Console.WriteLine(DayOfWeek.Friday.ToString());
