// Tells the composition's own output from what the user wrote: an analyzer sees both, the generator only the latter.

using Microsoft.CodeAnalysis;

namespace UkGen.Composition;

internal static class GeneratedTrees
{
    private static readonly string s_folder = "/" + typeof(CompositionGenerator).FullName + "/";

    public static bool Contains(SyntaxTree tree) => tree.FilePath.Replace('\\', '/').Contains(s_folder);
}
