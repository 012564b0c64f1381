using System.IO.Compression;
using System.Net;
using System.Text;

namespace PaperSharp.Plotting;

/// <summary>
/// A chart as text/html: its picture, which a script replaces with the chart where the page has plotly.js or the notebook
/// server serves it. plotly.js itself is never in a notebook.
/// </summary>
internal static class ChartHtml
{
    private static readonly string Script = EmbeddedText.Read("chart.js");

    /// <param name="json">data and layout.</param>
    /// <param name="size">Its size in pixels.</param>
    /// <param name="description">What it shows, in words.</param>
    /// <param name="picture">The picture, or why there is none.</param>
    public static string Write(string json, (int Width, int Height) size, string description, ChartPicture picture)
    {
        var id = $"chart-{Guid.NewGuid():N}";
        var alt = WebUtility.HtmlEncode(description);
        var shown = picture.Png is { } png
            ? $"<img alt=\"{alt}\" width=\"{size.Width}\" src=\"data:image/png;base64,{Convert.ToBase64String(png)}\" style=\"max-width:100%\">"
            : $"<p>{alt}<br><small>{WebUtility.HtmlEncode(picture.Problem)}</small></p>";
        return $"<div id=\"{id}\" style=\"max-width:100%;min-height:{(picture.Png is null ? 0 : size.Height)}px\">{shown}</div>\n"
            + $"<script>\n{Script.Replace("{id}", id, StringComparison.Ordinal).Replace("{figure}", Pack(json), StringComparison.Ordinal)}</script>";
    }

    // The figure stands in the notebook a second time, as application/vnd.plotly.v1+json; packed it is a quarter of that.
    private static string Pack(string json)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(Encoding.UTF8.GetBytes(json));
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
