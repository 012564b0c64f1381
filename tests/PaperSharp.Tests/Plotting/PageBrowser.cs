using System.Text.Json.Nodes;
using PaperSharp.Plotting.Browser;

namespace PaperSharp.Tests.Plotting;

/// <summary>A page in a browser of its own.</summary>
internal sealed class PageBrowser : IDisposable
{
    private readonly DevTools _tools;
    private readonly string _session;
    private readonly TemporaryFolder _folder;

    private PageBrowser(DevTools tools, string session, TemporaryFolder folder) => (_tools, _session, _folder) = (tools, session, folder);

    public static async Task<PageBrowser> OpenAsync(string html)
    {
        var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "page.html");
        await File.WriteAllTextAsync(file, html);
        var tools = new DevTools(BrowserProcess.Start(BrowserProgram.Find()!));
        var target = await tools.SendAsync("Target.createTarget", new() { ["url"] = new Uri(file).AbsoluteUri }, null, default);
        var attached = await tools.SendAsync(
            "Target.attachToTarget", new() { ["targetId"] = (string?)target["targetId"], ["flatten"] = true }, null, default);
        return new PageBrowser(tools, (string)attached["sessionId"]!, folder);
    }

    public async Task<string> EvaluateAsync(string script)
    {
        var answer = await _tools.SendAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = script, ["awaitPromise"] = true, ["returnByValue"] = true }, _session, default);
        return answer["result"]?["value"]?.ToString() ?? answer.ToJsonString();
    }

    /// <summary>The script's value once it is the expected one, or what it is after a minute.</summary>
    public async Task<string> WaitForAsync(string script, string expected)
    {
        var value = "";
        for (var i = 0; i < 300 && (value = await EvaluateAsync(script)) != expected; i++)
        {
            await Task.Delay(200);
        }

        return value;
    }

    public void Dispose()
    {
        _tools.Dispose();
        _folder.Dispose();
    }
}
