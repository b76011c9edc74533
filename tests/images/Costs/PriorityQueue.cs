using System;
using System.Collections.Generic;

PriorityQueue<string, int> queue = new();
queue.Enqueue("second", 2);
queue.Enqueue("first", 1);
Console.WriteLine(queue.Dequeue());
