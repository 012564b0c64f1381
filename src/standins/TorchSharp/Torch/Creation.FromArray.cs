using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor of the array's shape that shares its memory (unless type or device differ).</summary>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var shape = rawArray.Rank == 1 && rawArray.GetType().GetElementType()!.IsArray ? null : ShapeOf(rawArray);
        if (shape is null) return FromJagged(rawArray, dtype, device, requires_grad, names);
        return Placed(OverArray(rawArray, 0, shape), dtype, device, requires_grad, names);
    }

    /// <summary>
    /// A one-dimensional tensor over the memory of an array: <paramref name="count"/> elements (all that are left when
    /// negative) from <paramref name="offset"/> bytes on.
    /// </summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var type = TypeOfElements(rawArray);
        var size = type.ElementSize();
        var bytes = (rawArray.LongLength * size) - offset;
        if (offset < 0 || bytes < 0) throw new ArgumentException($"The offset {offset} is outside the array.", nameof(offset));
        if (count < 0) count = bytes / dtype.ElementSize();
        if (count * dtype.ElementSize() > bytes)
            throw new ArgumentException($"{count} elements of {dtype} are more than the array's {bytes} bytes from the offset on.", nameof(count));
        return Finish(OverArray(rawArray, offset, [count], dtype), requires_grad);
    }

    private static unsafe Tensor OverArray(Array array, long offset, ReadOnlySpan<long> shape, ScalarType? type = null)
    {
        var dtype = type ?? TypeOfElements(array);
        if (array.Length == 0) return Ops.empty.Call(shape, dtype, Arg.None, CPU);
        var pin = new ArrayPin(array);
        return Over((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array)) + offset, shape, dtype, pin);
    }

    private static ScalarType TypeOfElements(Array array) => ScalarTypes.Of(array.GetType().GetElementType()!);

    /// <summary>Arrays of arrays, all of one shape.</summary>
    private static Tensor FromJagged(Array rows, ScalarType? dtype, Device? device, bool requires_grad, string[]? names)
    {
        using var scope = NewDisposeScope();
        var parts = rows.Cast<Array>().Select(row => from_array(row, dtype)).ToList();
        if (parts.Any(part => !part.shape.SequenceEqual(parts[0].shape)))
            throw new ArgumentException("The rows of a jagged array must have the same length to form a tensor.", nameof(rows));
        return Placed(stack(parts), dtype, device, requires_grad, names).MoveToOuterDisposeScope();
    }

    private sealed class ArrayPin(Array array) : IDisposable
    {
        private GCHandle _handle = GCHandle.Alloc(array, GCHandleType.Pinned);

        public void Dispose() => _handle.Free();
    }
}
