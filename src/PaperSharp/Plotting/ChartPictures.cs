using PaperSharp.Plotting.Browser;

namespace PaperSharp.Plotting;

/// <summary>
/// Draws charts with the browser of this machine: for GitHub, printouts and everybody else who runs no scripts. The
/// browser is started for the first chart, kept while more follow, and ends after a minute without any: a server that has
/// thirty kernels must not have thirty browsers.
/// </summary>
internal static class ChartPictures
{
    /// <summary>Pixels of a picture for a pixel of the chart: sharp enough for fine screens, and small enough for a notebook.</summary>
    public const double Scale = 1.5;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan DrawLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(60);
    private static readonly Lock Gate = new();
    private static readonly Timer Idle = new(_ => Rest());
    private static ChartBrowser? s_browser;
    private static string? s_gaveUp;
    private static (string Json, ChartPicture Picture)? s_last;

    static ChartPictures() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();

    /// <summary>Why this machine makes no pictures, or null where it does.</summary>
    public static string? Missing =>
        BrowserProgram.Find() is null
            ? "No picture: there is no Chromium, Chrome or Edge here. Install one, or name it in PAPERS_BROWSER."
        : PlotlyJs is null
            ? "No picture: plotly.js is not there. `papers doctor` tells how to get it."
        : null;

    private static string? PlotlyJs =>
        Repository.Root is { } root && Path.Combine(root, "environment", "web", "node_modules", "plotly.js-dist-min", "plotly.min.js") is var file && File.Exists(file)
            ? file
            : null;

    /// <summary>The picture of a figure; the last one is kept, since a notebook asks for it once as HTML and once as PNG.</summary>
    public static ChartPicture Draw(string json, (int Width, int Height) size)
    {
        lock (Gate)
        {
            if (s_last is { } last && last.Json == json)
            {
                return last.Picture;
            }

            // Away from the caller's synchronization context, which may be waiting for this very cell.
            var picture = Task.Run(() => DrawAsync(json, size)).GetAwaiter().GetResult();
            s_last = (json, picture);
            Idle.Change(IdleLimit, Timeout.InfiniteTimeSpan);
            return picture;
        }
    }

    /// <summary>Ends the browser; the next chart starts one again.</summary>
    internal static void Rest()
    {
        lock (Gate)
        {
            Stop();
        }
    }

    private static async Task<ChartPicture> DrawAsync(string json, (int Width, int Height) size)
    {
        if ((s_gaveUp ?? Missing) is { } problem)
        {
            return ChartPicture.None(problem);
        }

        var program = BrowserProgram.Find()!;
        try
        {
            if (s_browser is null)
            {
                using var startLimit = new CancellationTokenSource(StartLimit);
                s_browser = await ChartBrowser.StartAsync(program, PlotlyJs!, startLimit.Token);
            }

            using var drawLimit = new CancellationTokenSource(DrawLimit);
            return ChartPicture.Of(await s_browser.DrawAsync(json, size.Width, size.Height, Scale, drawLimit.Token));
        }
        catch (DrawingException error)
        {
            return ChartPicture.None($"No picture: {error.Message}");
        }
        catch (Exception error) when (error is BrowserException or OperationCanceledException)
        {
            // Asked once only: a notebook must not wait for a broken browser at every chart.
            Stop();
            s_gaveUp = $"No picture: {(error is BrowserException ? error.Message : $"{program} did not answer in time")}. Set PAPERS_BROWSER=none to do without.";
            return ChartPicture.None(s_gaveUp);
        }
    }

    private static void Stop() => Interlocked.Exchange(ref s_browser, null)?.Dispose();
}
