namespace PaperSharp.Cli.Html;

/// <summary>
/// What classic Notebook needs to draw charts with plotly.js, without a network: a script that it loads from the kernel's
/// folder, and plotly.js beside it. JupyterLab and VS Code have renderers of their own for them.
/// </summary>
internal static class ClassicNotebook
{
    /// <summary>Puts the files into the kernel's folder. Without plotly.js nothing is put there, and charts are shown as their pictures.</summary>
    public static void AddTo(string kernelFolder, WebAssets assets)
    {
        if (assets.PlotlyJs is { } plotly)
        {
            File.WriteAllText(Path.Combine(kernelFolder, "plotly.min.js"), plotly);
            File.WriteAllText(Path.Combine(kernelFolder, "kernel.js"), Resources.Read("kernel.js"));
        }
    }
}
