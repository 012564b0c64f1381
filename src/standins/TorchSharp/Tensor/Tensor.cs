using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers on some device. It owns one reference to libtorch's tensor, given back by
    /// <see cref="Dispose()"/>, by the dispose scope it was created in, or at the latest by the garbage collector.
    /// </summary>
    public partial class Tensor : IDisposable
    {
        private static long s_totalCount;
        private static long s_peakCount;

        private readonly long _bytes;
        private nint _handle;

        internal Tensor(nint handle, long bytes = 0)
        {
            _handle = handle;
            var total = Interlocked.Increment(ref s_totalCount);
            if (total > s_peakCount) s_peakCount = total;
            if (bytes >= NativeMemory.Threshold)
            {
                _bytes = bytes;
                NativeMemory.Add(bytes);
            }

            DisposeScopeManager.RegisterTensor(this);
        }

        ~Tensor() => Dispose(false);

        public string? name { get; set; }

        public bool IsInvalid => _handle == 0;

        /// <summary>Tensors alive in this process, wherever they were created.</summary>
        public static long TotalCount => Interlocked.Read(ref s_totalCount);

        public static long PeakCount => Interlocked.Read(ref s_peakCount);

        /// <summary>libtorch's tensor.</summary>
        /// <exception cref="InvalidOperationException">This tensor was disposed of.</exception>
        public nint Handle => _handle != 0 ? _handle : throw Disposed();

        internal DisposeScope? OwningScope { get; set; }

        /// <summary>Where the owning scope keeps this tensor, so that taking it out costs no search.</summary>
        internal int ScopeSlot { get; set; } = -1;

        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0) return;
            LeaveScope();
            Forget();
            Native.ts_tensor_release(handle);
        }

        /// <summary>Gives libtorch's tensor to the caller and leaves this one as if disposed of.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0) throw Disposed();
            LeaveScope();
            Forget();
            GC.SuppressFinalize(this);
            return handle;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningScope?.MoveToOuter(this);
            return this;
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.OwningScope);

        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            if (OwningScope is { } scope) scope.MoveToOther(other, this);
            else other?.Attach(this);
            return this;
        }

        [Obsolete("Use DetachFromDisposeScope instead.", false)]
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        private static InvalidOperationException Disposed() =>
            new("The tensor was disposed of (by Dispose or by the end of its dispose scope) and cannot be used any more.");

        private void LeaveScope()
        {
            if (OwningScope is { } scope) scope.MarkAsDisposed(this);
            else DisposeScopeManager.Statistics.TensorStatistics.DisposedOutsideScopeCount++;
        }

        private void Forget()
        {
            Interlocked.Decrement(ref s_totalCount);
            if (_bytes != 0) NativeMemory.Remove(_bytes);
        }
    }
}
