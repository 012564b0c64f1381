using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers of one device, with a state that can be saved and set.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        public Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            _handle = Errors.Check(Native.ts_generator_new(this.device.Packed, seed));
        }

        private Generator(nint handle, Device device)
        {
            this.device = device;
            _handle = handle;
        }

        ~Generator() => Dispose(false);

        /// <exception cref="InvalidOperationException">The generator was disposed of.</exception>
        public nint Handle => _handle != 0
            ? _handle
            : throw new InvalidOperationException("The generator was disposed of and cannot be used any more.");

        public Device device { get; }

        /// <summary>The generator that operators use when they are given none.</summary>
        public static Generator Default => new(Errors.Check(Native.ts_generator_default(CPU.Packed)), CPU);

        /// <summary>The whole state, as bytes: [n].</summary>
        public Tensor get_state()
        {
            var state = new Tensor(Errors.Check(Native.ts_generator_get_state(Handle)));
            GC.KeepAlive(this);
            return state;
        }

        public void set_state(Tensor value)
        {
            Errors.Check(Native.ts_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public Generator manual_seed(long seed)
        {
            Errors.Check(Native.ts_generator_manual_seed(Handle, (ulong)seed));
            GC.KeepAlive(this);
            return this;
        }

        /// <summary>Seeds from the machine's entropy and returns the seed.</summary>
        public long seed()
        {
            var drawn = Native.ts_generator_seed(Handle);
            GC.KeepAlive(this);
            return drawn;
        }

        public long initial_seed()
        {
            var first = Native.ts_generator_initial_seed(Handle);
            GC.KeepAlive(this);
            return first;
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0) Native.ts_generator_release(handle);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }
    }

    public static class random
    {
        /// <summary>Seeds every device from the machine's entropy and returns the seed.</summary>
        public static long seed()
        {
            using var generator = Generator.Default;
            var drawn = generator.seed();
            Errors.Check(Native.ts_cuda_manual_seed_all((ulong)drawn));
            return drawn;
        }

        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <summary>Seeds every device; returns the CPU's generator.</summary>
        public static Generator manual_seed(long seed)
        {
            Errors.Check(Native.ts_manual_seed((ulong)seed));
            return Generator.Default;
        }

        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }

    public static long seed() => random.seed();

    public static Generator manual_seed(long seed) => random.manual_seed(seed);

    public static long initial_seed() => random.initial_seed();

    public static Tensor get_rng_state() => random.get_rng_state();

    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);
}
