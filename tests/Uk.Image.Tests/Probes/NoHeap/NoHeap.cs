// Has no heap and needs none: values, spans, numbers on the stack, and an exception that would end it.

using System;
using Uk;

[assembly: Heap(HeapPolicy.None)]

Span<int> numbers = stackalloc int[10];
for (int i = 0; i < numbers.Length; i++) numbers[i] = i * i;
int sum = 0;
foreach (int number in numbers) sum += number;
if (sum != 285) throw new InvalidOperationException("The sum is wrong.");
Console.WriteLine("no heap: done");
