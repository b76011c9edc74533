// What newer C# expects from the core library and netstandard2.0 does not have.

namespace System.Runtime.CompilerServices;

internal static class IsExternalInit;
