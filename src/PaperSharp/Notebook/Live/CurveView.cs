using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp;

/// <summary>A drawn learning curve: an SVG picture, which GitHub shows too, and its last values as text.</summary>
internal sealed class CurveView
{
    static CurveView()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(CurveView), "image/svg+xml", "text/plain");
        Formatter.Register<CurveView>(view => view.Svg, "image/svg+xml");
        Formatter.Register<CurveView>(view => view.Text, "text/plain");
    }

    public CurveView(string text, string svg) => (Text, Svg) = (text, svg);

    public string Text { get; }

    public string Svg { get; }

    public override string ToString() => Text;
}
