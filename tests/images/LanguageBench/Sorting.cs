using System;
using System.Collections.Generic;

internal static class Sorting
{
    private sealed class Person(string name, int age)
    {
        public readonly string Name = name;
        public readonly int Age = age;
    }

    private static readonly int[] s_numbers = MakeNumbers(30_000);
    private static readonly string[] s_strings = MakeStrings(4_000);

    private static int[] MakeNumbers(int count)
    {
        Sequence random = new(12345);
        int[] numbers = new int[count];
        for (int i = 0; i < count; i++) numbers[i] = (int)random.Next();
        return numbers;
    }

    private static string[] MakeStrings(int count)
    {
        Sequence random = new(777);
        string[] strings = new string[count];
        for (int i = 0; i < count; i++) strings[i] = "item " + random.Next(100_000);
        return strings;
    }

    public static long Numbers()
    {
        int[] copy = new int[s_numbers.Length];
        Array.Copy(s_numbers, copy, copy.Length);
        Array.Sort(copy);
        return copy[100] + copy[^100];
    }

    public static long Strings()
    {
        string[] copy = new string[s_strings.Length];
        Array.Copy(s_strings, copy, copy.Length);
        Array.Sort(copy, StringComparer.Ordinal);
        return copy[10].Length + copy[^1][5];
    }

    public static long WithLambda()
    {
        List<Person> people = new(3_000);
        for (int i = 0; i < 3_000; i++) people.Add(new Person(s_strings[i], s_numbers[i] & 127));
        people.Sort((a, b) => a.Age != b.Age ? a.Age - b.Age : string.CompareOrdinal(a.Name, b.Name));
        return people[0].Age + people[2_999].Name.Length;
    }
}
