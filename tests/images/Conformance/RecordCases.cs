using System.Collections.Generic;

/// <summary>Records, of classes and of structs.</summary>
internal static class RecordCases
{
    private record Person(string Name, int Age);
    private record Student(string Name, int Age, string School) : Person(Name, Age);
    private record struct Pair(int Left, string Right);
    private readonly record struct Frozen(double X, double Y);

    private record Account
    {
        public required string Owner { get; init; }
        public double Balance { get; init; }
        public List<int>? History { get; init; }
    }

    public static void Run()
    {
        Suite.Group("records");
        Person person = new("Ada", 36);
        Suite.Show("equal", person == new Person("Ada", 36));
        Suite.Show("different", person == new Person("Ada", 37));
        Suite.True("hash", person.GetHashCode() == new Person("Ada", 36).GetHashCode());
        Suite.Show("text", person.ToString());
        Suite.Show("with", (person with { Age = 40 }).ToString());
        Suite.Show("with leaves the first", person.Age);
        (string name, int age) = person;
        Suite.Show("deconstructed", $"{name} {age}");
        Person student = new Student("Bob", 20, "MIT");
        Suite.Show("derived text", student.ToString());
        Suite.Show("derived is not the base", student == new Person("Bob", 20));
        Suite.Show("base is not the derived", new Person("Bob", 20) == student);
        Suite.Show("derived equal", student == new Student("Bob", 20, "MIT"));
        Suite.Show("with keeps the type", (student with { Age = 21 }).ToString());
        Suite.Show("null", person == null);
        Suite.Show("struct", new Pair(1, "x").ToString());
        Suite.Show("struct equal", new Pair(1, "x") == new Pair(1, "x"));
        Suite.Show("struct with", (new Pair(1, "x") with { Left = 2 }).ToString());
        Suite.Show("frozen", new Frozen(1.5, -2).ToString());
        Suite.Show("frozen zeros", new Frozen(0.0, 1) == new Frozen(-0.0, 1));
        Account account = new() { Owner = "me", Balance = 1.5 };
        Suite.Show("properties", account.ToString());
        Suite.Show("properties with", (account with { Owner = "you" }).ToString());
        Suite.Show("property pattern", account is { Owner: "me", Balance: > 1, History: null });
        Suite.Show("positional pattern", person is ("Ada", > 30));
        Suite.Show("in a set", new HashSet<Person> { person!, new("Ada", 36), student! }.Count);
    }
}
