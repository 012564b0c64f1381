using PaperSharp.Plotting;
using static TorchSharp.torch;

namespace PaperSharp;

/// <summary>A grid of images that is replaced by the next one.</summary>
public sealed class LiveImages : IDisposable
{
    private readonly string _title;
    private readonly int _columns;
    private readonly int _scale;
    private readonly LiveOutput _output;
    private readonly Lock _gate = new();
    private Tensor? _waiting;
    private Picture? _picture;
    private string? _caption;
    private bool _closed;

    internal LiveImages(string title, int columns, int scale, TimeProvider clock)
    {
        (_title, _columns, _scale) = (title, columns, scale);
        _output = new LiveOutput(TimeSpan.FromMilliseconds(500), clock, Dispose);
    }

    /// <summary>Whether the images on show have been there for half a second: a time to make new ones where that is costly.</summary>
    public bool IsDue => !_closed && _output.IsDue;

    /// <summary>Shows images, at once or when those before have been there long enough; the last ones always.</summary>
    /// <param name="images">[n, h, w], [3, h, w], [n, 1, h, w] or [n, 3, h, w] with values in [0, 1], or bytes. May be changed afterwards.</param>
    /// <param name="caption">What is particular to these, such as the step.</param>
    public void Show(Tensor images, string? caption = null)
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _caption = caption;
            _waiting?.Dispose();
            _waiting = null;
            if (_output.IsDue)
            {
                _picture = images.ToPicture(columns: _columns, scale: _scale);
                _output.Show(View());
            }
            else
            {
                using var noGrad = no_grad();
                _waiting = images.detach().clone().DetachFromDisposeScope();
            }
        }
    }

    /// <summary>Shows the last images.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            if (_waiting is not null)
            {
                _picture = _waiting.ToPicture(columns: _columns, scale: _scale);
                _waiting.Dispose();
                _waiting = null;
            }

            _output.ShowLast(View());
        }
    }

    internal LiveImagesView View()
    {
        var end = _closed && _output.IsInterrupted ? "interrupted" : null;
        var state = string.Join(", ", new[] { _caption, end }.OfType<string>());
        return new LiveImagesView(state.Length > 0 ? $"{_title}: {state}" : _title, _picture);
    }
}
