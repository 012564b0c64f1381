using System.Net;
using Microsoft.DotNet.Interactive.Formatting;
using PaperSharp.Plotting;

namespace PaperSharp;

/// <summary>One state of <see cref="LiveImages"/>: a picture under its title; as text, the title and what the picture is.</summary>
internal sealed class LiveImagesView
{
    static LiveImagesView()
    {
        Formatter.SetPreferredMimeTypesFor(typeof(LiveImagesView), "text/html", "text/plain");
        Formatter.Register<LiveImagesView>(view => view.Html, "text/html");
        Formatter.Register<LiveImagesView>(view => view.ToString(), "text/plain");
    }

    private readonly string _title;
    private readonly Picture? _picture;

    public LiveImagesView(string title, Picture? picture) => (_title, _picture) = (title, picture);

    public string Html
    {
        get
        {
            var text = WebUtility.HtmlEncode(_title);
            return _picture is null
                ? $"<div>{text}</div>"
                : $"<div>{text}</div><img alt=\"{text}\" width=\"{_picture.Width}\" height=\"{_picture.Height}\" style=\"max-width:100%\" src=\"{_picture.ToDataUri()}\">";
        }
    }

    public override string ToString() => _picture is null ? _title : $"{_title} ({_picture.Description})";
}
