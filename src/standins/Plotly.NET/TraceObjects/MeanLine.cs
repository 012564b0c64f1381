using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>The line at a violin's mean.</summary>
public class MeanLine : DynamicObj.DynamicObj
{
    public static MeanLine init(
        FSharpOption<bool>? Visible = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Width = null) =>
        new MeanLine()
            .Set(Visible).Set(Color).Set(Width);
}
