using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>Where the bins of a histogram begin and end, and their width.</summary>
public class Bins : DynamicObj.DynamicObj
{
    public static Bins init(
        FSharpOption<double>? Start = null, FSharpOption<double>? End = null, FSharpOption<double>? Size = null) =>
        new Bins()
            .Set(Start).Set(End).Set(Size);
}
