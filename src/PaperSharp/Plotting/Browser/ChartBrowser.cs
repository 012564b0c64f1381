using System.Globalization;
using System.Text.Json.Nodes;

namespace PaperSharp.Plotting.Browser;

/// <summary>A browser with an empty page that has plotly.js in it, which draws figures into PNG files.</summary>
internal sealed class ChartBrowser : IDisposable
{
    private static readonly string PictureScript = EmbeddedText.Read("picture.js");

    private readonly DevTools _tools;
    private string? _session;

    private ChartBrowser(DevTools tools) => _tools = tools;

    /// <param name="program">The browser.</param>
    /// <param name="plotlyJs">The file plotly.min.js.</param>
    /// <param name="cancellation">Ends the browser too.</param>
    /// <exception cref="BrowserException">The browser did not start, or cannot run plotly.js.</exception>
    public static async Task<ChartBrowser> StartAsync(string program, string plotlyJs, CancellationToken cancellation)
    {
        var browser = new ChartBrowser(new DevTools(BrowserProcess.Start(program)));
        try
        {
            var target = await browser._tools.SendAsync("Target.createTarget", new() { ["url"] = "about:blank" }, null, cancellation);
            var attached = await browser._tools.SendAsync(
                "Target.attachToTarget", new() { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }, null, cancellation);
            browser._session = (string?)attached["sessionId"];
            await browser.EvaluateAsync(await File.ReadAllTextAsync(plotlyJs, cancellation) + "\n;0", cancellation);
            await browser.EvaluateAsync(PictureScript, cancellation);
            return browser;
        }
        catch
        {
            browser.Dispose();
            throw;
        }
    }

    /// <summary>Draws a figure on white, in at most 256 colours.</summary>
    /// <param name="figure">data and layout as JSON.</param>
    /// <param name="width">Its width in CSS pixels.</param>
    /// <param name="height">Its height in CSS pixels.</param>
    /// <param name="scale">Pixels of the picture for a CSS pixel.</param>
    /// <param name="cancellation">Leaves the browser unusable.</param>
    /// <returns>A PNG file.</returns>
    /// <exception cref="DrawingException">plotly.js could not draw it.</exception>
    public async Task<byte[]> DrawAsync(string figure, int width, int height, double scale, CancellationToken cancellation)
    {
        var drawn = await EvaluateAsync(
            string.Create(CultureInfo.InvariantCulture, $"picture({figure}, {width}, {height}, {scale})"), cancellation);
        var parts = drawn.Split(' ');
        return Png.Encode(
            Convert.FromBase64String(parts[3]), int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture),
            palette: Convert.FromBase64String(parts[2]));
    }

    public void Dispose() => _tools.Dispose();

    private async Task<string> EvaluateAsync(string script, CancellationToken cancellation)
    {
        var answer = await _tools.SendAsync(
            "Runtime.evaluate", new() { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, _session, cancellation);
        return answer["exceptionDetails"] is JsonObject details
            ? throw new DrawingException($"plotly.js cannot draw the chart: {details["exception"]?["description"] ?? details["text"]}")
            : answer["result"]?["value"]?.ToString() ?? "";
    }
}
