// Texts by name. The only ones in an image are the messages of .NET's own assemblies, and those come with the code that
// uses them, so there is nothing to look up here.

namespace System.Resources;

public class ResourceManager
{
    public ResourceManager(Type resourceSource) { }

    /// <returns>The name itself.</returns>
    public virtual string? GetString(string name) => name;
}
