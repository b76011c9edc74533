// output: program
using System;
using Uk.Platform.Kvm;

Console.WriteLine(typeof(KvmPlatform)); // expect: UK2302
