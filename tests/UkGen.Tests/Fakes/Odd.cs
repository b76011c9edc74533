// Manifests as no version of UkGen.Library writes them.

using Uk;
using Uk.Platform;
using Fakes.Odd;

[assembly: LibraryManifest(null!)]
[assembly: LibraryManifest(typeof(string), Provides = [typeof(ICpu)])]
[assembly: LibraryManifest(typeof(Outer.Nested), Provides = [typeof(ICpu)])]
[assembly: LibraryManifest(typeof(TooFew<,>), Provides = [typeof(ICpu)], Requires = [typeof(IConsole)])]
[assembly: LibraryManifest(typeof(Wrong), Provides = [typeof(int)])]
[assembly: LibraryManifest(typeof(Wrong), Provides = null!)]
[assembly: LibraryManifest(typeof(Wrong), Provides = [null!])]
[assembly: LibraryManifest(typeof(Hidden), Provides = [typeof(ICpu)])]
[assembly: LibraryManifest(typeof(Elsewhere), Targets = (UkTargets)64, Provides = [typeof(ICpu)])]

namespace Fakes.Odd
{
    public static class Outer
    {
        public struct Nested;
    }

    public struct TooFew<T1, T2>;

    public struct Wrong;

    public struct Elsewhere;

    struct Hidden;
}
