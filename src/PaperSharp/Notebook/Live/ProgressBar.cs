using System.Globalization;
using System.Net;

namespace PaperSharp;

/// <summary>A progress bar with rate and remaining time. Its last state stays: how long the work took, or where it stopped.</summary>
public sealed class ProgressBar : IDisposable
{
    private readonly string _label;
    private readonly long _total;
    private readonly long _before;
    private readonly TimeProvider _clock;
    private readonly long _start;
    private readonly LiveOutput _output;
    private string _text = "";
    private bool _closed;

    internal ProgressBar(string label, long total, long done, TimeProvider clock)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        ArgumentOutOfRangeException.ThrowIfNegative(done);
        (_label, _total, _before, Done, _clock) = (label, total, done, done, clock);
        _start = clock.GetTimestamp();
        _output = new LiveOutput(TimeSpan.FromMilliseconds(100), clock);
        _output.Show(View);
    }

    /// <summary>Steps done so far.</summary>
    public long Done { get; private set; }

    /// <summary>Goes on.</summary>
    /// <param name="n">By how many steps.</param>
    /// <param name="text">What to show behind the figures, such as the loss; null leaves it as it is.</param>
    public void Step(long n = 1, string? text = null) => Reach(Done + n, text);

    /// <summary>Goes on to a number of steps done.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="text">What to show behind the figures; null leaves it as it is.</param>
    public void Reach(long done, string? text = null)
    {
        Done = done;
        _text = text ?? _text;
        _output.Show(View);
    }

    /// <summary>Shows the last state.</summary>
    public void Dispose()
    {
        if (!_closed)
        {
            _closed = true;
            _output.ShowLast(View());
        }
    }

    internal NotebookView View()
    {
        var text = $"{_label}: {State()}{(_text.Length > 0 ? $", {_text}" : "")}";
        var share = _total > 0 ? Math.Clamp(Done / (double)_total, 0, 1) : 1;
        var bar = string.Create(
            CultureInfo.InvariantCulture,
            $"<progress value=\"{share:0.####}\" max=\"1\" style=\"width:16em;vertical-align:middle\"></progress>");
        return new NotebookView(text, $"<div>{bar} <span>{WebUtility.HtmlEncode(text)}</span></div>");
    }

    private string State()
    {
        var elapsed = _clock.GetElapsedTime(_start);
        var rate = elapsed > TimeSpan.Zero ? (Done - _before) / elapsed.TotalSeconds : 0;
        var speed = rate > 0 ? $", {Rate(rate)}" : "";
        if (Done >= _total)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{Done:N0} in {Duration(elapsed)}{speed}");
        }

        var position = string.Create(CultureInfo.InvariantCulture, $"{Done:N0} of {_total:N0}");
        if (_closed)
        {
            return $"stopped at {position} after {Duration(elapsed)}{speed}";
        }

        var left = rate > 0 ? $", {Duration(TimeSpan.FromSeconds((_total - Done) / rate))} left" : "";
        return $"{position}{speed}{left}";
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
