using System;

Console.WriteLine(Enum.TryParse("Friday", out DayOfWeek day) && day == DayOfWeek.Friday ? "yes" : "no");
