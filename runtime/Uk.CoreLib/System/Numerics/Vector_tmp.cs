namespace System.Numerics;
public struct Vector<T> { ulong a, b; }
