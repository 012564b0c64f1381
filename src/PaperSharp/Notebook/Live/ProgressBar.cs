using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.DotNet.Interactive;

namespace PaperSharp;

/// <summary>
/// A progress bar with rate and remaining time. Its last state stays: how long the work took, or where it stopped. A bar
/// that is opened while another one is open in the same cell is shown below that one, until it is done.
/// </summary>
public sealed class ProgressBar : IDisposable
{
    private static readonly AsyncLocal<ProgressBar?> s_innermost = new();

    private readonly string _label;
    private readonly long _total;
    private readonly long _before;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly LiveOutput _output;
    private readonly ProgressBar? _outer;
    private readonly Lock _gate;
    private readonly List<ProgressBar> _inner = [];
    private long _done;
    private string _text = "";
    private TimeSpan _elapsed;
    private bool _filled;
    private volatile bool _closed;

    internal ProgressBar(string label, long total, long done, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        (_label, _total, _before, _done, _clock) = (label, total, done, done, clock);
        _start = clock.GetTimestamp();
        _outer = FindOuter();
        _gate = _outer?._gate ?? new Lock();
        _output = _outer?._output ?? new LiveOutput(TimeSpan.FromMilliseconds(100), clock, Dispose);
        s_innermost.Value = this;
        lock (_gate)
        {
            // What an earlier inner bar left behind makes room.
            _outer?._inner.RemoveAll(bar => bar._closed || bar._filled);
            _outer?._inner.Add(this);
            PaintIfDue();
        }
    }

    /// <summary>Steps done so far.</summary>
    public long Done => Interlocked.Read(ref _done);

    /// <summary>Goes on. May be called from several threads.</summary>
    /// <param name="n">By how many steps.</param>
    /// <param name="text">What to show behind the figures, such as the loss; null leaves it as it is.</param>
    public void Step(long n = 1, string? text = null) => Went(Interlocked.Add(ref _done, n), text);

    /// <summary>Goes on to a number of steps done.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="text">What to show behind the figures; null leaves it as it is.</param>
    public void Reach(long done, string? text = null)
    {
        Interlocked.Exchange(ref _done, done);
        Went(done, text);
    }

    /// <summary>Shows the last state.</summary>
    public void Dispose()
    {
        if (s_innermost.Value == this)
        {
            s_innermost.Value = _outer;
        }

        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _elapsed = _clock.GetElapsedTime(_start);
            _closed = true;
            foreach (var bar in _inner.Where(bar => !bar._closed))
            {
                (bar._elapsed, bar._closed) = (_clock.GetElapsedTime(bar._start), true);
            }

            if (_outer is null)
            {
                _output.ShowLast(View());
            }
            else if (Done >= _total)
            {
                // Its time is part of the outer bar's, which goes on.
                _outer._inner.Remove(this);
            }
        }
    }

    internal NotebookView View()
    {
        var lines = Lines(0).ToArray();
        var text = string.Join('\n', lines.Select(line => new string(' ', 2 * line.Depth) + line.Bar.Text()));
        var html = string.Concat(lines.Select(line => line.Bar.Html(line.Depth)));
        return new NotebookView(text, $"<div style=\"font-variant-numeric:tabular-nums\">{html}</div>");
    }

    private static ProgressBar? FindOuter()
    {
        var bar = s_innermost.Value;
        while (bar is not null && (bar._closed || bar._filled))
        {
            bar = bar._outer;
        }

        return bar?._output.Cell is { } cell && cell == KernelInvocationContext.Current ? bar : null;
    }

    private void Went(long done, string? text)
    {
        _text = text ?? _text;
        if (_output.IsDue || (done >= _total && !_filled))
        {
            lock (_gate)
            {
                if (_closed)
                {
                    return;
                }

                var isLast = done >= _total && !_filled && _outer is null;
                _filled |= done >= _total;
                if (isLast)
                {
                    _output.Show(Root().View());
                }
                else
                {
                    PaintIfDue();
                }
            }
        }
    }

    private void PaintIfDue()
    {
        if (_output.IsDue)
        {
            _output.Show(Root().View());
        }
    }

    private ProgressBar Root()
    {
        var bar = this;
        while (bar._outer is not null)
        {
            bar = bar._outer;
        }

        return bar;
    }

    // An inner bar that stopped early explains why the outer one did; beside an outer one that is done it is noise.
    private IEnumerable<(ProgressBar Bar, int Depth)> Lines(int depth) =>
        _closed && Done >= _total ? [(this, depth)] : [(this, depth), .. _inner.SelectMany(bar => bar.Lines(depth + 1))];

    private string Text()
    {
        var bar = _closed || Done >= _total ? "" : Blocks(Share) + " ";
        return $"{_label}: {bar}{State()}{(_text.Length > 0 ? $", {_text}" : "")}";
    }

    private string Html(int depth)
    {
        var colour = Done >= _total ? "#009e73" : _closed ? "#d55e00" : "#0072b2";
        var text = $"{_label}: {State()}{(_text.Length > 0 ? $", {_text}" : "")}";
        var percent = Math.Round(100 * Share, 2);

        // Not a progress element: browsers draw its track white on dark pages.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<div style=\"margin-left:{1.5 * depth}em\"><div role=\"progressbar\" aria-valuenow=\"{percent}\" style=\"display:inline-block;width:16em;height:.55em;margin-right:.6em;border-radius:.3em;overflow:hidden;vertical-align:middle;background:#8885\">"
            + $"<div style=\"width:{percent}%;height:100%;background:{colour}\"></div></div>{WebUtility.HtmlEncode(text)}</div>");
    }

    private double Share => _total > 0 ? Math.Clamp(Done / (double)_total, 0, 1) : 1;

    private static string Blocks(double share)
    {
        const int Width = 20;
        var full = (int)(share * Width);
        return new StringBuilder().Append('█', full).Append('░', Width - full).ToString();
    }

    private string State()
    {
        var elapsed = _closed ? _elapsed : _clock.GetElapsedTime(_start);
        var rate = elapsed > TimeSpan.Zero ? (Done - _before) / elapsed.TotalSeconds : 0;
        var speed = rate > 0 ? $", {Rate(rate)}" : "";
        if (Done >= _total)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Done:N0} in {Duration(elapsed)}{speed}");
        }

        var position = string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {_total:N0}");
        if (_closed)
        {
            return $"{(_output.IsInterrupted ? "interrupted" : "stopped")} at {position} after {Duration(elapsed)}{speed}";
        }

        var left = rate > 0 ? $", {Duration(TimeSpan.FromSeconds(Math.Min((_total - Done) / rate, TimeSpan.MaxValue.TotalSeconds / 2)))} left" : "";
        return $"{position} in {Duration(elapsed)}{speed}{left}";
    }

    private static string Rate(double perSecond) => perSecond switch
    {
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{perSecond:N0}/s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{perSecond:0.0}/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{1 / perSecond:0.0} s each"),
    };

    private static string Duration(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s")
        : time < TimeSpan.FromHours(1) ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture) + " min"
        : string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours}:{time.Minutes:00} h");
}
