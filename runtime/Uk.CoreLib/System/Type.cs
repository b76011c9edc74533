// Types as values: enough for typeof(T) == typeof(int), which the compiler folds. There is no reflection in an image.

using System.Runtime.CompilerServices;
using Internal.Runtime;

namespace System.Reflection
{
    public abstract class MemberInfo;
}

namespace System
{
    public abstract partial class Type : Reflection.MemberInfo
    {
        [Intrinsic]
        public static Type GetTypeFromHandle(RuntimeTypeHandle handle) => throw null!;

        [Intrinsic]
        public static bool operator ==(Type? left, Type? right) => ReferenceEquals(left, right);

        [Intrinsic]
        public static bool operator !=(Type? left, Type? right) => !ReferenceEquals(left, right);
    }

    internal sealed class RuntimeType : Type
    {
        /// <summary>Read by compiled code: one frozen object for each type that is named.</summary>
        private readonly nint _underlying;

        internal unsafe MethodTable* Table => (MethodTable*)_underlying;
    }
}
