using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace PaperSharp.Plotting;

/// <summary>How notebooks show charts and pictures.</summary>
public static class PlotFormatters
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";
    private const string SvgMime = "image/svg+xml";
    private const string PngMime = "image/png";
    private const string TextMime = "text/plain";

    /// <summary>
    /// Registers the formatters, in place of those that a package may have registered before. A chart is shown as JSON
    /// for front ends that draw with plotly.js, and as SVG for those that do not; a picture as PNG; frames as a player
    /// and a film strip; each of them as text.
    /// </summary>
    public static void Register()
    {
        Formatter.Register<GenericChart>(chart => GenericChart.toFigureJson(chart), PlotlyMime);
        Formatter.Register<GenericChart>(chart => FigureSvg.Draw(PlotlyFigure.Parse(GenericChart.toFigureJson(chart))), SvgMime);
        Formatter.Register<GenericChart>(chart => FigureText.Describe(PlotlyFigure.Parse(GenericChart.toFigureJson(chart))), TextMime);
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), PlotlyMime, SvgMime, TextMime);

        Formatter.Register<Picture>(picture => Convert.ToBase64String(picture.Png), PngMime);
        Formatter.Register<Picture>(picture => picture.ToString(), TextMime);
        Formatter.SetPreferredMimeTypesFor(typeof(Picture), PngMime, TextMime);

        Formatter.Register<ImageFrames>(frames => frames.ToHtml(), "text/html");
        Formatter.Register<ImageFrames>(frames => Convert.ToBase64String(frames.FilmStrip.Png), PngMime);
        Formatter.Register<ImageFrames>(frames => frames.ToString(), TextMime);
        Formatter.SetPreferredMimeTypesFor(typeof(ImageFrames), "text/html", PngMime, TextMime);
    }
}
