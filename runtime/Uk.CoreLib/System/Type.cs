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
        /// <summary>Compiled code has the frozen object instead. The body is what tells ilc that such objects exist.</summary>
        [Intrinsic]
        public static unsafe Type GetTypeFromHandle(RuntimeTypeHandle handle) => RuntimeType.Of(null);

        [Intrinsic]
        public static bool operator ==(Type? left, Type? right) =>
            ReferenceEquals(left, right) || (left is not null && right is not null && left.IsSameAs(right));

        [Intrinsic]
        public static bool operator !=(Type? left, Type? right) => !(left == right);

        public override bool Equals(object? o) => this == o as Type;
        public override unsafe int GetHashCode() => this is RuntimeType type ? (int)((nuint)type.Table >> 3) : 0;
    }

    internal sealed class RuntimeType : Type
    {
        /// <summary>Read by compiled code: one frozen object for each type that is named.</summary>
        private readonly nint _underlying;

        private RuntimeType(nint underlying) => _underlying = underlying;

        /// <summary>What GetType gives: equal to the frozen object, but not the same one.</summary>
        internal static unsafe RuntimeType Of(MethodTable* type) => new((nint)type);

        internal unsafe MethodTable* Table => (MethodTable*)_underlying;
    }
}
