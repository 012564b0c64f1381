using System.Collections;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>
/// Reads and writes the elements of a tensor in the CPU's memory, in row-major order whatever its strides, for as
/// long as the tensor is not disposed of.
/// </summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;
    private bool _disposed;
    private readonly T* _data;
    private readonly long[] _shape;
    private readonly long[] _strides;
    private readonly bool _contiguous;

    internal TensorAccessor(Tensor tensor)
    {
        if (tensor.device_type != DeviceType.CPU)
            throw new InvalidOperationException("The elements of a tensor can be read only in the CPU's memory: call cpu() first.");
        if (tensor.is_conj() || tensor.is_neg())
            throw new InvalidOperationException("The tensor is a lazily conjugated or negated view: call resolve_conj() or resolve_neg() first.");
        _tensor = tensor;
        _shape = tensor.shape;
        _strides = tensor.stride();
        _contiguous = tensor.is_contiguous();
        Count = tensor.numel();
        _data = Count == 0 ? null : (T*)Errors.Check(Native.ts_tensor_data(_tensor.Handle));
    }

    public long Count { get; }

    public bool IsReadOnly => false;

    /// <param name="indices">One index per dimension; or a single one, counting in row-major order.</param>
    public T this[params long[] indices]
    {
        get => *At(indices);
        set => *At(indices) = value;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>An array of as many dimensions as the tensor; a scalar becomes an array of one element.</summary>
    public Array ToNDArray()
    {
        if (_shape.Length <= 1) return ToArray();
        var array = Array.CreateInstance(typeof(T), _shape);
        var position = new long[_shape.Length];
        foreach (var value in this)
        {
            array.SetValue(value, position);
            for (var axis = position.Length - 1; axis >= 0 && ++position[axis] == _shape[axis]; axis--) position[axis] = 0;
        }

        return array;
    }

    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Live();
        var target = array[arrayIndex..];
        var count = Math.Min(target.Length, Count - tensorIndex);
        if (_contiguous && count > 0)
        {
            new ReadOnlySpan<T>(_data + tensorIndex, (int)count).CopyTo(target);
            return;
        }

        for (var i = 0; i < count; i++) target[i] = _data[Offset(tensorIndex + i)];
    }

    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Live();
        var source = array[arrayIndex..];
        var count = Math.Min(source.Length, Count - tensorIndex);
        if (_contiguous && count > 0)
        {
            source[..(int)count].CopyTo(new Span<T>(_data + tensorIndex, (int)count));
            return;
        }

        for (var i = 0; i < count; i++) _data[Offset(tensorIndex + i)] = source[i];
    }

    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) => left.Equals(right);

    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !left.Equals(right);

    /// <summary>Whether the other accessor has the same elements.</summary>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && Count == other.Count && this.SequenceEqual(other);

    public override int GetHashCode() => HashCode.Combine(Count, (nint)_data);

    public void Dispose() => _disposed = true;

    public IEnumerator<T> GetEnumerator()
    {
        for (long i = 0; i < Count; i++) yield return Read(i);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private T Read(long index)
    {
        Live();
        return _data[Offset(index)];
    }

    private void Live()
    {
        if (_disposed || _tensor.IsInvalid)
            throw new InvalidOperationException("The accessor, or its tensor, was disposed of and cannot be used any more.");
    }

    private T* At(long[] indices)
    {
        Live();
        if (indices.Length == 1 && _shape.Length != 1)
        {
            if (indices[0] < 0 || indices[0] >= Count) throw OutOfRange();
            return _data + Offset(indices[0]);
        }

        if (indices.Length != _shape.Length)
            throw new ArgumentException($"{indices.Length} indices for a tensor of {_shape.Length} dimensions.", nameof(indices));
        long offset = 0;
        for (var axis = 0; axis < indices.Length; axis++)
        {
            if (indices[axis] < 0 || indices[axis] >= _shape[axis]) throw OutOfRange();
            offset += indices[axis] * _strides[axis];
        }

        return _data + offset;
    }

#pragma warning disable CA2201 // The exception that an array throws.
    private static IndexOutOfRangeException OutOfRange() => new("The index is outside the tensor.");
#pragma warning restore CA2201

    /// <summary>Where the element stands that is number <paramref name="index"/> in row-major order.</summary>
    private long Offset(long index)
    {
        if (_contiguous) return index;
        long offset = 0;
        for (var axis = _shape.Length - 1; axis >= 0; axis--)
        {
            offset += index % _shape[axis] * _strides[axis];
            index /= _shape[axis];
        }

        return offset;
    }
}
