using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Makes backward name the forward operator of a failing or non-finite gradient, until disposed of.</summary>
public class AnomalyMode : IDisposable
{
    private readonly bool _wasEnabled = IsEnabled;
    private readonly bool _checkedNaN = ShouldCheckNaN;
    private bool _disposed;

    public AnomalyMode(bool enabled, bool check_nan = true) => Native.ts_set_anomaly_mode(enabled, check_nan);

    public static bool IsEnabled => Native.ts_anomaly_mode();

    public static bool ShouldCheckNaN => Native.ts_anomaly_check_nan();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (_disposed) return;
        _disposed = true;
        Native.ts_set_anomaly_mode(_wasEnabled, _checkedNaN);
    }
}
