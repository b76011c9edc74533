// Types as values: what typeof(T) and GetType give. An image has no reflection; what types are called is in it where
// something asks for that (Internal/Names).

using System.Runtime.CompilerServices;
using Internal.Runtime;
using Internal.Runtime.Names;

namespace System.Reflection
{
    public abstract class MemberInfo
    {
        public abstract string Name { get; }
    }
}

namespace System
{
    public abstract partial class Type : Reflection.MemberInfo
    {
        /// <summary>Compiled code has the frozen object instead. The body is what tells ilc that such objects exist.</summary>
        [Intrinsic]
        public static unsafe Type GetTypeFromHandle(RuntimeTypeHandle handle) => RuntimeType.Of((MethodTable*)null);

        [Intrinsic]
        public static bool operator ==(Type? left, Type? right) => ReferenceEquals(left, right);

        [Intrinsic]
        public static bool operator !=(Type? left, Type? right) => !ReferenceEquals(left, right);

        public override bool Equals(object? o) => this == o as Type;
        public virtual bool Equals(Type? o) => this == o;
        public override unsafe int GetHashCode() => this is RuntimeType type ? (int)((nuint)type.Table >> 3) : 0;

        /// <summary>Type arguments as .NET writes them; a generic definition without the names of its parameters.</summary>
        public override unsafe string ToString() => TypeNames.Of(Table, NameIndex.Types);

        public abstract string? FullName { get; }
        public abstract string? Namespace { get; }
        public abstract string? AssemblyQualifiedName { get; }
        public abstract Type? BaseType { get; }
        public abstract Type? GetElementType();
    }

    internal sealed unsafe class RuntimeType : Type
    {
        /// <summary>Read by compiled code: one frozen object for each type that is named.</summary>
        private readonly nint _underlying;

        private RuntimeType(nint underlying) => _underlying = underlying;

        /// <summary>The one object for a type: compiled code compares them by reference.</summary>
        internal static RuntimeType Of(MethodTable* type)
        {
            nint* cell = type->TypeObjectCell;
            if (*cell == 0) Threading.Interlocked.CompareExchange(ref *cell, Make(type), 0);
            return Unsafe.As<nint, RuntimeType>(ref *cell);
        }

        private static byte* s_free;
        private static byte* s_end;

        /// <summary>Where the heap gives objects back, type objects are outside of it: nothing that it knows refers to them.</summary>
        private static nint Make(MethodTable* type)
        {
            if (!RuntimeFeatures.GarbageCollection && !RuntimeFeatures.RegionHeap)
            {
                RuntimeType onHeap = new((nint)type);
                return *(nint*)&onHeap;
            }
            MethodTable* own = MethodTable.Of<RuntimeType>();
            if (s_end - s_free < own->BaseSize)
            {
                nuint length;
                s_free = Platform.GrowHeap(own->BaseSize, &length);
                if (s_free == null) Panic.Fail("Out of memory: there is none for the object of a type.");
                s_end = s_free + length;
            }
            nint* made = (nint*)s_free + 1;
            s_free += own->BaseSize;
            made[-1] = 0;
            made[0] = (nint)own;
            made[1] = (nint)type;
            return (nint)made;
        }

        internal MethodTable* Table => (MethodTable*)_underlying;

        public override string Name => TypeNames.Of(Table, NameIndex.Types, isShort: true);
        public override string? FullName => TypeNames.FullName(Table);
        public override string? Namespace => TypeNames.Namespace(Table);
        public override string? AssemblyQualifiedName => TypeNames.WithAssembly(Table);

        public override Type? BaseType =>
            Table->IsInterface || Table->IsPointer || Table->IsByRef || Table->BaseType == null ? null : Of(Table->BaseType);

        public override Type? GetElementType() => Table->HasElement ? Of(Table->Related) : null;
    }
}
