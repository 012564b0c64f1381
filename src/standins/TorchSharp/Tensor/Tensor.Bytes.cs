using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The memory of a contiguous tensor on the CPU. Setting it copies as many bytes as the tensor has.</summary>
        /// <exception cref="InvalidOperationException">The tensor is elsewhere, is not contiguous, or is too large for a span.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                var length = numel() * element_size();
                if (device_type != DeviceType.CPU)
                    throw new InvalidOperationException("The bytes of a tensor can be read only in the CPU's memory: call cpu() first.");
                if (!is_contiguous())
                    throw new InvalidOperationException("The bytes of a view with gaps make no sense in a row: call contiguous() first.");
                if (length > int.MaxValue)
                    throw new InvalidOperationException($"{length} bytes are too many for one span: use WriteBytesToStream or ReadBytesFromStream.");
                return length == 0 ? [] : new Span<byte>((void*)Alive(Native.ts_tensor_data(Handle)), (int)length);
            }

            set
            {
                var target = bytes;
                if (value.Length != target.Length)
                    throw new ArgumentException($"{value.Length} bytes for a tensor of {target.Length}.", nameof(value));
                value.CopyTo(target);
            }
        }

        /// <summary>Writes the elements in row-major order, little-endian, wherever the tensor is.</summary>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            using var scope = NewDisposeScope();
            var source = cpu().contiguous();
            var left = source.numel() * source.element_size();
            for (var data = left == 0 ? null : (byte*)Native.ts_tensor_data(source.Handle); left > 0;)
            {
                var count = (int)Math.Min(left, Chunk);
                stream.Write(new ReadOnlySpan<byte>(data, count));
                data += count;
                left -= count;
            }

            GC.KeepAlive(source);
        }

        /// <summary>Reads as many bytes as the tensor has, in row-major order.</summary>
        /// <exception cref="EndOfStreamException">The stream ends before the tensor is full.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            var direct = device_type == DeviceType.CPU && is_contiguous();
            var target = direct ? this : torch.empty(shape, dtype, CPU);
            var left = target.numel() * target.element_size();
            for (var data = left == 0 ? null : (byte*)Native.ts_tensor_data(target.Handle); left > 0;)
            {
                var count = (int)Math.Min(left, Chunk);
                stream.ReadExactly(new Span<byte>(data, count));
                data += count;
                left -= count;
            }

            GC.KeepAlive(target);
            if (!direct) copy_(target);
        }

        private const int Chunk = 1 << 20;

        public double ReadCpuDouble(long i) => ReadCpuValue<double>(i);

        public float ReadCpuSingle(long i) => ReadCpuValue<float>(i);

        public int ReadCpuInt32(long i) => ReadCpuValue<int>(i);

        public long ReadCpuInt64(long i) => ReadCpuValue<long>(i);

        public byte ReadCpuByte(long i) => ReadCpuValue<byte>(i);

        public sbyte ReadCpuSByte(long i) => ReadCpuValue<sbyte>(i);

        public short ReadCpuInt16(long i) => ReadCpuValue<short>(i);

        public bool ReadCpuBool(long i) => ReadCpuValue<bool>(i);

        public float ReadCpuFloat16(long i) => (float)ReadCpuValue<Half>(i);

        public float ReadCpuBFloat16(long i) => ReadCpuValue<BFloat16>(i).ToSingle();

        /// <summary>Element number <paramref name="i"/> in row-major order.</summary>
        public T ReadCpuValue<T>(long i)
            where T : unmanaged
        {
            using var values = data<T>();
            return values[i];
        }
    }
}
