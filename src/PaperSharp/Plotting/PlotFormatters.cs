using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace PaperSharp.Plotting;

/// <summary>How notebooks show charts and pictures.</summary>
public static class PlotFormatters
{
    private const string PlotlyMime = "application/vnd.plotly.v1+json";
    private const string HtmlMime = "text/html";
    private const string PngMime = "image/png";
    private const string TextMime = "text/plain";

    /// <summary>
    /// Registers the formatters, in place of those that a package may have registered before, and makes this library's look
    /// that of all charts. A chart is shown as JSON for front ends that draw with plotly.js themselves, as HTML that draws
    /// itself, and as PNG; a picture as PNG; frames as a player and a film strip; each of them as text.
    /// </summary>
    public static void Register()
    {
        (Defaults.DefaultWidth, Defaults.DefaultHeight) = (PlotTemplate.Width, PlotTemplate.Height);
        Defaults.DefaultTemplate = PlotTemplate.Template;

        // A smoke run's outputs are thrown away: it tests that there is a chart, and need not draw it.
        var drawn = Session.Profile != Profile.Smoke;
        Formatter.Register<GenericChart>(chart => Shown.Of(chart).Json, PlotlyMime);
        Formatter.Register<GenericChart>(chart => Shown.Of(chart).ToHtml(drawn), HtmlMime);
        Formatter.Register<GenericChart>(chart => Shown.Of(chart).ToPng(), PngMime);
        Formatter.Register<GenericChart>(chart => Shown.Of(chart).Description, TextMime);
        string[] forms = drawn && ChartPictures.Missing is null ? [PlotlyMime, HtmlMime, PngMime, TextMime] : [PlotlyMime, HtmlMime, TextMime];
        Formatter.SetPreferredMimeTypesFor(typeof(GenericChart), forms);

        Formatter.Register<Picture>(picture => Convert.ToBase64String(picture.Png), PngMime);
        Formatter.Register<Picture>(picture => picture.ToString(), TextMime);
        Formatter.SetPreferredMimeTypesFor(typeof(Picture), PngMime, TextMime);

        Formatter.Register<ImageFrames>(frames => frames.ToHtml(), HtmlMime);
        Formatter.Register<ImageFrames>(frames => Convert.ToBase64String(frames.FilmStrip.Png), PngMime);
        Formatter.Register<ImageFrames>(frames => frames.ToString(), TextMime);
        Formatter.SetPreferredMimeTypesFor(typeof(ImageFrames), HtmlMime, PngMime, TextMime);
    }

    /// <summary>A chart as it goes into a notebook: in this library's look, unless it has one of its own.</summary>
    private sealed class Shown(string json)
    {
        private readonly PlotlyFigure _figure = PlotlyFigure.Parse(json);

        public string Json => json;

        public string Description => FigureText.Describe(_figure);

        public static Shown Of(GenericChart chart)
        {
            var json = GenericChart.toFigureJson(chart);
            return new Shown(PlotlyFigure.Get(PlotlyFigure.Parse(json).Layout, "template") is null
                ? GenericChart.toFigureJson(PlotTemplate.Apply(chart))
                : json);
        }

        public string ToHtml(bool drawn) => ChartHtml.Write(
            json, Size, Description, drawn ? ChartPictures.Draw(json, Size) : ChartPicture.None("A smoke run draws no pictures."));

        public string ToPng()
        {
            var picture = ChartPictures.Draw(json, Size);
            return Convert.ToBase64String(picture.Png ?? Plot.Message(picture.Problem!));
        }

        private (int Width, int Height) Size => (
            (int)(PlotlyFigure.Number(PlotlyFigure.Get(_figure.Layout, "width")) ?? PlotTemplate.Width),
            (int)(PlotlyFigure.Number(PlotlyFigure.Get(_figure.Layout, "height")) ?? PlotTemplate.Height));
    }
}
