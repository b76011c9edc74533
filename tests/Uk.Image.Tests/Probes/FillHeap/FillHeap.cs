// Takes memory, a little at a time, until there is none, and keeps it.

using System;

byte[][] kept = new byte[64][];
for (int megabytes = 0; megabytes < kept.Length * 2; megabytes++)
{
    Console.WriteLine($"taken {megabytes} MB");
    for (int i = 0; i < 100; i++) kept[megabytes % kept.Length] = new byte[10_000];
}
Console.WriteLine("not reached");
