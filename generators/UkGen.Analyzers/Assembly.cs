// Who may see the internals.

using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("UkGen.Analyzers.Tests")]
