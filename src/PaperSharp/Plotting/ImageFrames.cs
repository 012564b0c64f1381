using System.Globalization;
using System.Text;

namespace PaperSharp.Plotting;

/// <summary>
/// Images that change over time: a player (text/html, no library, no network) and a film strip (image/png) for front
/// ends that run no scripts.
/// </summary>
public sealed class ImageFrames
{
    private readonly Picture _sheet;
    private readonly int _scale;
    private readonly string[] _labels;
    private readonly string[] _outlines;

    internal ImageFrames(Picture sheet, int scale, string[] labels, string[] outlines, Picture filmStrip)
    {
        (_sheet, _scale, _labels, _outlines, FilmStrip) = (sheet, scale, labels, outlines, filmStrip);
    }

    /// <summary>One row for each image, time from left to right; not every frame when there are many.</summary>
    public Picture FilmStrip { get; }

    /// <summary>Number of frames.</summary>
    public int Count => _labels.Length;

    /// <summary>A slider, a button that plays, and the images, in one element that needs nothing around it.</summary>
    public string ToHtml()
    {
        // All frames are one image, below each other at their own resolution; the player moves it behind an opening.
        // The script makes it in the place of the film strip, which stays where scripts do not run.
        var id = $"frames-{Guid.NewGuid():N}";
        var width = _sheet.Width * _scale;
        var height = _sheet.Height / Count * _scale;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <div id="{{id}}" style="max-width:100%;font-family:system-ui,sans-serif;font-size:13px">
            <img alt="{{Escape(FilmStrip.Description)}}" src="{{FilmStrip.ToDataUri()}}" style="max-width:100%">
            </div>
            <script>
            (function () {
              var root = document.getElementById("{{id}}"), timer = null;
              var labels = {{JavaScript.Array(_labels)}}, outlines = {{JavaScript.Array(_outlines)}};
              root.innerHTML =
                '<div style="position:relative;overflow:hidden;width:{{width}}px;height:{{height}}px;max-width:100%;background:#fff;border-radius:4px">' +
                '<img alt="" src="{{_sheet.ToDataUri()}}" style="display:block;position:absolute;left:0;top:0;margin:0;width:{{width}}px;height:{{height * Count}}px;max-width:none;image-rendering:pixelated">' +
                '<svg viewBox="0 0 {{_sheet.Width}} {{_sheet.Height / Count}}" width="{{width}}" height="{{height}}" style="position:absolute;left:0;top:0;max-width:none" fill="none"></svg></div>' +
                '<div style="display:flex;align-items:center;gap:10px;margin-top:6px;width:{{width}}px;max-width:100%;min-width:260px">' +
                '<button type="button" aria-label="Play" style="width:34px;height:26px;border:1px solid #8888;border-radius:4px;background:transparent;color:inherit;cursor:pointer;line-height:1">&#9654;</button>' +
                '<input type="range" min="0" max="{{Count - 1}}" aria-label="Frame" style="flex:1;accent-color:#0072b2">' +
                '<span style="min-width:5em;font-variant-numeric:tabular-nums"></span></div>';
              var sheet = root.querySelector("img"), over = root.querySelector("svg");
              var button = root.querySelector("button"), slider = root.querySelector("input"), label = root.querySelector("span");
              function show(i) {
                slider.value = i;
                sheet.style.top = (-{{height}} * i) + "px";
                over.innerHTML = outlines[i] || "";
                label.textContent = labels[i];
              }
              function stop() {
                clearInterval(timer);
                timer = null;
                button.innerHTML = "&#9654;";
              }
              slider.addEventListener("input", function () { stop(); show(+slider.value); });
              button.addEventListener("click", function () {
                if (timer) { stop(); return; }
                var i = +slider.value >= labels.length - 1 ? 0 : +slider.value;
                button.innerHTML = "&#10074;&#10074;";
                show(i);
                timer = setInterval(function () {
                  if (!document.body.contains(root) || ++i >= labels.length) { stop(); return; }
                  show(i);
                }, {{Math.Clamp(6000 / Count, 80, 600)}});
              });
              show(labels.length - 1);
            })();
            </script>
            """);
        return html.ToString();
    }

    /// <summary>The description, the number of frames and the size of the film strip.</summary>
    public override string ToString() => $"{FilmStrip.Description}, {Count} frames";

    private static string Escape(string text) => System.Net.WebUtility.HtmlEncode(text);
}
