// How fast the time stamp counter runs, asked until somebody knows; and how often that was.

using System;
using Uk.Platform.Kvm;

int questions = 1;
ulong hertz;
while ((hertz = KvmPlatform.CyclesPerSecond) == 0) questions++;
Console.WriteLine($"{hertz} Hz after {questions} questions");
