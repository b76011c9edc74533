// One thing that an image can have or lack: how it is found in a program, how the build overrides that, and what it means
// to the compiler, the assembler and the linker. Each has a file of its own here; ImageFeatures.cs lists them.

using System.Collections.Immutable;
using Uk.Tool.Describe;
using Uk.Tool.Plan;

namespace Uk.Tool.Features;

internal abstract class ImageFeature
{
    /// <summary>What reports and -t:UkDescribe call it.</summary>
    public abstract string Name { get; }

    /// <summary>The MSBuild property that overrides what the program's code says; null where nothing does.</summary>
    public virtual string? Property => null;

    /// <summary>What the property can be; any text where this is empty.</summary>
    public virtual ImmutableArray<string> Values => [];

    /// <summary>The id of the error for a property that is none of these.</summary>
    public virtual string ErrorId => "UK3008";

    /// <summary>People read of it in reports.</summary>
    public virtual bool IsShown => true;

    /// <summary>What it is, for people, and what asks for it.</summary>
    public virtual string What(string value) => "";

    /// <summary>What the code of a program asks for.</summary>
    public abstract string FoundIn(AssemblySet program);

    /// <summary>The value beside those that come before it in the list.</summary>
    /// <exception cref="PlanException">The two cannot be in one image.</exception>
    public virtual string Settle(string value, SettledFeatures before, string program) => value;

    /// <summary>Adds what the value means to the tools that make the image.</summary>
    public virtual void AddTo(ImagePlan plan, string value)
    {
    }
}
