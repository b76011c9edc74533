using System;
using System.Collections.Generic;

sealed class Case : IEqualityComparer<string>, IDisposable, IComparable<Case>
{
    public bool Equals(string? x, string? y) => x == y;
    public int GetHashCode(string obj) => obj.Length;
    public int CompareTo(Case? other) => 0;
    public override string ToString() => base.ToString() ?? "";
    public void Dispose() => GC.SuppressFinalize(this);
}
