// `uk dispatch` over libraries that name what images do not have.

using System;
using System.IO;
using Microsoft.CodeAnalysis;
using Uk.Qemu;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class DispatchTests : IDisposable
{
    private readonly ScratchFolder _scratch = new();

    public void Dispose() => _scratch.Dispose();

    private ToolResult Dispatch(string library, string program)
    {
        string[] references = CompiledProgram.References(_scratch);
        return UkCommand.Run(["dispatch", "--assembly", program, "--assembly", library, "--stock", references[1], .. references[2..], "--out", _scratch["dispatched"]]);
    }

    [Fact]
    public void What_images_lack_is_no_obstacle_to_calls_of_generic_virtual_methods()
    {
        // The library is there, and an assembly that it refers to is not.
        string absent = CompiledProgram.Compile(_scratch, "Absent", "public interface IAbsent { } public class Absent { public virtual T Get<T>(T value) => value; }", OutputKind.DynamicallyLinkedLibrary);
        string library = CompiledProgram.Compile(_scratch, "Acme", """
            public interface IStep { R Take<T, R>(T value, System.Func<T, R> with) => with(value); }
            public sealed class Step : IAbsent, IStep;
            public sealed class Other : Absent { public override T Get<T>(T value) => base.Get(value); public static int Ask(Absent absent) => absent.Get(1); }
            """, OutputKind.DynamicallyLinkedLibrary, absent);
        string program = CompiledProgram.Compile(_scratch, "Program", """
            IStep step = new Step();
            System.Console.WriteLine(step.Take(1, value => "n" + value));
            """, OutputKind.ConsoleApplication, library, absent);
        File.Delete(absent);
        ToolResult dispatch = Dispatch(library, program);
        Assert.Equal("", dispatch.Output);
        Assert.Equal(0, dispatch.Status);
    }
}
