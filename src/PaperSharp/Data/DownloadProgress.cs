namespace PaperSharp.Data;

/// <summary>Shows downloads as progress bars, one per file; nothing when nothing is downloaded.</summary>
internal sealed class DownloadProgress : IProgress<Transfer>, IDisposable
{
    private const int Kilobyte = 1024;

    private string? _file;
    private ProgressBar? _bar;

    public void Report(Transfer value)
    {
        if (_file != value.File)
        {
            _bar?.Dispose();
            _file = value.File;
            _bar = Live.Progress($"downloading {value.File} (KB)", value.Total / Kilobyte, value.Done / Kilobyte);
        }

        _bar!.Reach(value.Done / Kilobyte);
    }

    public void Dispose() => _bar?.Dispose();
}
