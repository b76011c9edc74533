using Uk;

abstract class Rule
{
    [HotPath]
    internal abstract string Name(int number);
}

sealed class Own : Rule
{
    internal override string Name(int number) => "a" + number; // expect: UK2101
}
