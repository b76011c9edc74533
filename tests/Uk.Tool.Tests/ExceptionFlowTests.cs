// Where a program makes text of an exception, its image has stack traces.

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.IO;
using Uk.Tool.Code;
using Xunit;

namespace Uk.Tool.Tests;

public sealed class ExceptionFlowTests
{
    /// <summary>Methods that do, by name.</summary>
    private static class Shows
    {
        public static string Text(Exception e) => e.ToString();
        public static void Written(Exception e) => Console.WriteLine(e);
        public static string Interpolated(FormatException e) => $"failed: {e}";
        public static string Aligned(Exception e) => $"failed: {e,20}";
        public static string Concatenated(Exception e) => "failed: " + e;
        public static string Formatted(Exception e) => string.Format("{0} {1} {2} {3}", 1, 2, 3, e);
        public static string Inner(Exception e) => "because " + e.InnerException;

        public static void Caught(string text)
        {
            try
            {
                Console.WriteLine(int.Parse(text));
            }
            catch (FormatException e)
            {
                Console.Error.WriteLine(e);
            }
        }

        public static void Filtered(string text)
        {
            try
            {
                Console.WriteLine(int.Parse(text));
            }
            catch (Exception e) when (e is FormatException or OverflowException)
            {
                if (text.Length > 3) Console.WriteLine("long");
                object[] all = [text, e];
                Console.WriteLine(all.Length);
            }
        }

        public static string Conditional(Exception? e) => e?.ToString() ?? "fine";
    }

    /// <summary>Methods that do not.</summary>
    private static class Keeps
    {
        public static string Message(Exception e) => $"failed: {e.Message}";
        public static Exception Wrapped(Exception e) => new InvalidOperationException("because", e);
        public static Exception[] Several(Exception e) => [e, e];
        public static void Added(List<Exception> all, Exception e) => all.Add(e);
        public static bool Kind(Exception e) => e is FormatException { InnerException: null };
        public static string Other(Exception e, object other) => $"{other} {e.Message.Length}" + other;
        public static string Numbered(Exception e, int number) => string.Format("{0} {1}", number, e.Message);

        public static int Caught(string text)
        {
            try
            {
                return int.Parse(text);
            }
            catch (FormatException e)
            {
                Console.WriteLine(e.Message);
                throw;
            }
            finally
            {
                Console.WriteLine((object)text);
            }
        }

        public static long Loop(int[] numbers)
        {
            long sum = 0;
            foreach (int number in numbers) sum += number switch { 0 => 1, 1 => 7, 2 => 9, 3 => 12, _ => number * 3.5 > 8 ? number : -number };
            return sum;
        }
    }

    public static TheoryData<string> NamesOf(Type type) => new(type.GetMethods().Where(method => method.DeclaringType == type).Select(method => method.Name));

    public static TheoryData<string> Showing => NamesOf(typeof(Shows));
    public static TheoryData<string> Keeping => NamesOf(typeof(Keeps));

    [Theory, MemberData(nameof(Showing))]
    public void Text_of_an_exception_is_seen(string method) => Assert.True(MakesText(nameof(Shows), method));

    [Theory, MemberData(nameof(Keeping))]
    public void Other_uses_are_not(string method) => Assert.False(MakesText(nameof(Keeps), method));

    private static bool MakesText(string type, string method)
    {
        using var image = new PEReader(new MemoryStream(File.ReadAllBytes(typeof(ExceptionFlowTests).Assembly.Location)));
        MetadataReader metadata = image.GetMetadataReader();
        MethodDefinitionHandle handle = metadata.MethodDefinitions.Single(candidate =>
            metadata.GetString(metadata.GetMethodDefinition(candidate).Name) == method
            && metadata.GetString(metadata.GetTypeDefinition(metadata.GetMethodDefinition(candidate).GetDeclaringType()).Name) == type);
        return ExceptionFlow.MakesText(image, metadata, handle);
    }

    /// <summary>Every instruction of .NET's own code is understood.</summary>
    [Fact]
    public void Any_code_can_be_followed()
    {
        using var image = new PEReader(new MemoryStream(File.ReadAllBytes(typeof(Enumerable).Assembly.Location)));
        MetadataReader metadata = image.GetMetadataReader();
        int found = metadata.MethodDefinitions.Count(handle => ExceptionFlow.MakesText(image, metadata, handle));
        Assert.InRange(found, 0, 5);
    }
}
