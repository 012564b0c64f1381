using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static bool is_grad_enabled() => Native.ts_grad_mode();

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Native.ts_inference_mode();

    /// <summary>Sets whether this thread records gradients, until disposed of.</summary>
    private sealed class GradMode : IDisposable
    {
        private readonly bool _previous = Native.ts_grad_mode();
        private bool _disposed;

        public GradMode(bool enabled) => Native.ts_set_grad_mode(enabled);

        public void Dispose()
        {
            if (_disposed) return;
            _disposed = true;
            Native.ts_set_grad_mode(_previous);
        }
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint _guard = Native.ts_inference_mode_enter(enabled);

        public void Dispose()
        {
            var guard = Interlocked.Exchange(ref _guard, 0);
            if (guard != 0) Native.ts_inference_mode_exit(guard);
        }
    }
}
