// What compiled code calls where C# has no throw statement of its own.

using System;
using System.Runtime;
using Internal.Runtime;

namespace Internal.Runtime.CompilerHelpers
{
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
    internal static class Throw
    {
        /// <summary>There is no dispatch yet: an exception that is thrown ends the program, with its message.</summary>
        [RuntimeExport("RhpThrowEx")]
        private static void ThrowException(Exception? exception) =>
            Panic.Fail(exception is null ? "A null reference was thrown." : exception.Message, exception);

        [RuntimeExport("RhpFallbackFailFast")]
        private static void FailFast() => Panic.Fail("The runtime cannot go on.");
    }
}
