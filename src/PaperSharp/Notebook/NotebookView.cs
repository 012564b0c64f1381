using Microsoft.DotNet.Interactive.Formatting;

namespace PaperSharp;

/// <summary>Something to show in a notebook: as HTML, and as text where there is no HTML.</summary>
public sealed class NotebookView
{
    static NotebookView() => RegisterFormatters();

    /// <summary>Creates a view.</summary>
    /// <param name="text">Plain text, or a Markdown table.</param>
    /// <param name="html">An HTML fragment without scripts.</param>
    public NotebookView(string text, string html)
    {
        Text = text;
        Html = html;
    }

    /// <summary>The plain text.</summary>
    public string Text { get; }

    /// <summary>The HTML fragment.</summary>
    public string Html { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static void RegisterFormatters()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(NotebookView), "text/html", "text/plain");
        Formatter.Register<NotebookView>(view => view.Html, "text/html");
        Formatter.Register<NotebookView>(view => view.Text, "text/plain");
    }
}
