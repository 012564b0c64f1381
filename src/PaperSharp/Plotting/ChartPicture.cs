namespace PaperSharp.Plotting;

/// <summary>A chart's picture, or a sentence that says why there is none.</summary>
internal sealed record ChartPicture(byte[]? Png, string? Problem)
{
    public static ChartPicture Of(byte[] png) => new(png, null);

    public static ChartPicture None(string problem) => new(null, problem);
}
