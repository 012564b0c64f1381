namespace PaperSharp.Jupyter.Tests.Browser;

/// <summary>A test in a real front end; skipped, with the reason, where its programs are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public const string Chromium = "/usr/bin/chromium";
    public const string Notebook = "/usr/bin/jupyter-notebook";

    public BrowserFactAttribute()
    {
        Skip = !File.Exists(Chromium) ? $"needs {Chromium}: apt install chromium"
            : !File.Exists(Notebook) ? $"needs {Notebook}: apt install jupyter-notebook"
            : !File.Exists(NotebookServer.Program) ? $"needs {NotebookServer.Program}: start ./papers once, which builds it"
            : null;
    }
}
