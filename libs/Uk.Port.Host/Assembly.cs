// Who may see the internals.

using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Uk.Libs.Tests")]
