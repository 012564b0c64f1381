namespace Plotly.NET;

/// <summary>What a chart gets unless it is made with <c>UseDefaults: false</c>.</summary>
public static class Defaults
{
    /// <summary>Width in pixels.</summary>
    public static int DefaultWidth { get; set; } = 600;

    /// <summary>Height in pixels.</summary>
    public static int DefaultHeight { get; set; } = 600;

    public static Config DefaultConfig { get; set; } = NewConfig();

    /// <summary>The look of the charts; at first one without attributes, which is not written into them.</summary>
    public static Template DefaultTemplate { get; set; } = new();

    public static void reset()
    {
        DefaultWidth = 600;
        DefaultHeight = 600;
        DefaultConfig = NewConfig();
        DefaultTemplate = new Template();
    }

    private static Config NewConfig() => new Config().Set("responsive", true);
}
