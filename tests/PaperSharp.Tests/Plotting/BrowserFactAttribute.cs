using PaperSharp.Plotting;

namespace PaperSharp.Tests.Plotting;

/// <summary>A test that needs a browser and plotly.js; where one is missing the test is skipped and says so.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = ChartPictures.Missing!;
}
