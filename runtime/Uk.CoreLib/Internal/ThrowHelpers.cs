// What compiled code calls where C# has no throw statement of its own.

using System;
using System.Runtime;
using Internal.Runtime;

namespace Internal.Runtime.CompilerHelpers
{
    [System.Diagnostics.StackTraceHidden]
    internal static class ThrowHelpers
    {
        private static void ThrowFeatureBodyRemoved() =>
            throw new PlatformNotSupportedException("This code was removed from the image by a feature switch.");

        private static void ThrowIndexOutOfRangeException() => throw new IndexOutOfRangeException();
        private static void ThrowDivideByZeroException() => throw new DivideByZeroException();
        private static void ThrowOverflowException() => throw new OverflowException();
        private static void ThrowNullReferenceException() => throw new NullReferenceException();
        private static void ThrowArrayTypeMismatchException() => throw new ArrayTypeMismatchException();
        private static void ThrowPlatformNotSupportedException() => throw new PlatformNotSupportedException();
        private static void ThrowNotImplementedException() => throw new PlatformNotSupportedException();
        private static void ThrowArgumentException() => throw new ArgumentException();
        // The bodies that ilc gives to methods which can only fail. The publish has failed then too, with IL1005 and the
        // names; these are for who boots the image all the same. The id says which of .NET's messages it would be.
        private static void ThrowTypeLoadException(int id, string className, string typeName) =>
            throw new TypeLoadException($"Type '{className}' is missing.");

        private static void ThrowTypeLoadExceptionWithArgument(int id, string className, string typeName, string argument) =>
            ThrowTypeLoadException(id, className, typeName);

        private static void ThrowMissingMethodException(int id, string methodName) =>
            throw new MissingMethodException($"Method '{methodName}' is missing.");

        private static void ThrowMissingFieldException(int id, string fieldName) =>
            throw new MissingFieldException($"Field '{fieldName}' is missing.");

        private static void ThrowFileNotFoundException(int id, string fileName) =>
            throw new TypeLoadException($"Assembly '{fileName}' is missing.");

        // Where the code of an unused method needs a type that nothing makes.
        private static void ThrowUnavailableType() => throw new TypeLoadException();

        private static void ThrowInvalidProgramException(int id) => throw new InvalidProgramException();

        private static void ThrowInvalidProgramExceptionWithArgument(int id, string methodName) =>
            throw new InvalidProgramException($"Method '{methodName}' is not valid.");

        private static void ThrowBadImageFormatException(int id) => throw new InvalidProgramException();
        private static void ThrowMarshalDirectiveException(int id) => throw new InvalidProgramException();
        private static void ThrowAmbiguousMatchException(int id) => throw new InvalidProgramException();

        private static void ThrowArgumentOutOfRangeException() => throw new ArgumentOutOfRangeException();

        /// <summary>
        /// Never called. The JIT may call any helper above in code whose scan had no need of it, so an export names all.
        /// </summary>
        [RuntimeExport("uk_keep_throw_helpers")]
        private static void Keep(int which)
        {
            switch (which)
            {
                case 0: ThrowIndexOutOfRangeException(); break;
                case 1: ThrowDivideByZeroException(); break;
                case 2: ThrowOverflowException(); break;
                case 3: ThrowNullReferenceException(); break;
                case 4: ThrowArrayTypeMismatchException(); break;
                case 5: ThrowPlatformNotSupportedException(); break;
                case 6: ThrowNotImplementedException(); break;
                case 7: ThrowArgumentException(); break;
                case 8: ThrowArgumentOutOfRangeException(); break;
            }
        }
    }
}

namespace Internal.Runtime
{
    internal static class Failure
    {
        [RuntimeExport("RhpFallbackFailFast")]
        private static void FailFast() => Panic.Fail("The runtime cannot go on.");
    }
}
