using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PaperSharp.Cli.Html;

namespace PaperSharp.Cli.Checks;

/// <summary>Asks KaTeX itself whether it can set formulas: in node where there is one, else in a Chromium without a window.</summary>
internal sealed partial class Katex
{
    private static readonly string[] Browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly string _script;
    private readonly string? _node;
    private readonly string? _browser;

    private Katex(string script, string? node, string? browser) => (_script, _node, _browser) = (script, node, browser);

    /// <summary>KaTeX and something to run it, or the reason why there is none.</summary>
    public static (Katex? Katex, string? Missing) Find(WebAssets assets) => Find(assets, Tool.Find("node"), Tool.Find(Browsers));

    internal static (Katex? Katex, string? Missing) Find(WebAssets assets, string? node, string? browser) =>
        assets.KatexScriptPath is not { } script ? (null, $"KaTeX is not installed. {assets.Advice}")
        : node is null && browser is null ? (null, "neither node nor Chromium is on PATH to run KaTeX")
        : (new Katex(script, node, browser), null);

    /// <summary>For each formula what KaTeX complains about, or null when it can be set.</summary>
    /// <exception cref="PapersException">KaTeX could not be run.</exception>
    public async Task<IReadOnlyList<string?>> ErrorsAsync(IReadOnlyList<Formula> formulas, CancellationToken cancellation)
    {
        var input = JsonSerializer.Serialize(formulas.Select(formula => new { tex = formula.Tex, display = formula.Display }));
        var answer = _node is not null ? await InNodeAsync(_node, input, cancellation) : await InBrowserAsync(_browser!, input, cancellation);

        // KaTeX underlines the place with combining characters, which a terminal shows as rubbish.
        return [.. JsonSerializer.Deserialize<string?[]>(answer)!.Select(error => error?.Replace("\u0332", "", StringComparison.Ordinal))];
    }

    private const string Ask = """
        function errors(katex, formulas) {
          return JSON.stringify(formulas.map(function (f) {
            try { katex.renderToString(f.tex, { displayMode: f.display, throwOnError: true, strict: false }); return null; }
            catch (e) { return String(e.message).replace(/^KaTeX parse error: /, ""); }
          }));
        }
        """;

    private async Task<string> InNodeAsync(string node, string input, CancellationToken cancellation)
    {
        var program = Ask + """
            var text = "";
            process.stdin.setEncoding("utf8");
            process.stdin.on("data", function (part) { text += part; });
            process.stdin.on("end", function () { process.stdout.write(errors(require(process.argv[1]), JSON.parse(text))); });
            """;
        var (exit, output, error) = await Tool.CaptureAsync(node, ["-e", program, _script], input, cancellation);
        return exit == 0 ? output : throw new PapersException($"KaTeX could not be run in {node}: {error.Trim()}", ExitCodes.Failure);
    }

    private async Task<string> InBrowserAsync(string browser, string input, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("papers-katex-");
        try
        {
            var page = Path.Combine(folder.FullName, "page.html");
            var data = input.Replace("<", "\\u003c", StringComparison.Ordinal);
            await File.WriteAllTextAsync(
                page,
                $"<!DOCTYPE html><meta charset=utf-8><pre id=answer></pre><script src=\"{new Uri(_script).AbsoluteUri}\"></script><script>{Ask}\ndocument.getElementById('answer').textContent = errors(katex, {data});</script>",
                cancellation);
            string[] arguments =
            [
                "--headless", "--disable-gpu", "--no-first-run", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                .. Environment.UserName == "root" ? new[] { "--no-sandbox" } : [],
                $"--user-data-dir={Path.Combine(folder.FullName, "profile")}", "--dump-dom", new Uri(page).AbsoluteUri,
            ];
            var (_, output, error) = await Tool.CaptureAsync(browser, arguments, "", cancellation);
            var answer = Answer().Match(output);
            return answer.Success ? WebUtility.HtmlDecode(answer.Groups[1].Value) : throw new PapersException($"KaTeX could not be run in {browser}: {error.Trim()}", ExitCodes.Failure);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [GeneratedRegex("<pre id=\"answer\">(.*?)</pre>", RegexOptions.Singleline)]
    private static partial Regex Answer();
}
