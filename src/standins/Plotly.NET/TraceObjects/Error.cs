using Microsoft.FSharp.Core;

namespace Plotly.NET.TraceObjects;

/// <summary>Error bars.</summary>
public class Error : DynamicObj.DynamicObj
{
    public static Error init<a, b>(
        FSharpOption<bool>? Visible = null, FSharpOption<StyleParam.ErrorType>? Type = null, FSharpOption<bool>? Symmetric = null,
        FSharpOption<IEnumerable<a>>? Array = null, FSharpOption<IEnumerable<b>>? Arrayminus = null, FSharpOption<double>? Value = null,
        FSharpOption<double>? Valueminus = null, FSharpOption<int>? Traceref = null, FSharpOption<int>? Tracerefminus = null,
        FSharpOption<bool>? Copy_ystyle = null, FSharpOption<Color>? Color = null, FSharpOption<double>? Thickness = null,
        FSharpOption<double>? Width = null)
        where a : IConvertible where b : IConvertible =>
        new Error()
            .Set(Visible).Set(Type).Set(Symmetric).Set(Array).Set(Arrayminus).Set(Value).Set(Valueminus).Set(Traceref).Set(Tracerefminus)
            .Set(Copy_ystyle).Set(Color).Set(Thickness).Set(Width);
}
