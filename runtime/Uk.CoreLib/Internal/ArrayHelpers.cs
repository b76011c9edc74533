using System;

namespace Internal.Runtime.CompilerHelpers;

/// <summary>Arrays of several dimensions, named by ilc.</summary>
internal static unsafe class ArrayHelpers
{
    /// <param name="dimensions">The length of each dimension.</param>
    private static object NewObjArray(nint typeHandle, int rank, int* dimensions)
    {
        ulong count = 1;
        for (int i = 0; i < rank; i++)
        {
            if (dimensions[i] < 0) throw new OverflowException();
            count *= (uint)dimensions[i];
            if (count > int.MaxValue) throw new OutOfMemoryException("Array dimensions exceeded supported range.");
        }
        object array = Allocator.NewArray((MethodTable*)typeHandle, (nint)count);
        // The lengths precede the elements; the lower bounds behind them are all zero.
        fixed (byte* lengths = &System.Runtime.CompilerServices.Unsafe.As<RawArrayData>(array).Data)
            for (int i = 0; i < rank; i++) ((int*)lengths)[i] = dimensions[i];
        return array;
    }
}
