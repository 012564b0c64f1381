using Microsoft.FSharp.Core;

namespace Plotly.NET;

/// <summary>What charts look like unless they say otherwise.</summary>
public class Template : DynamicObj.DynamicObj
{
    /// <summary>A template from the layout's attributes, and from traces whose attributes all traces of their type get.</summary>
    public static Template init<c>(Layout layoutTemplate, FSharpOption<IEnumerable<c>>? TraceTemplates = null)
        where c : Trace
    {
        var template = new Template().Set("layout", layoutTemplate);
        return TraceTemplates is null
            ? template
            : template.Set("data", TraceTemplates.Value.GroupBy(trace => trace.Type).Aggregate(
                new DynamicObj.DynamicObj(), (data, traces) => data.Set(traces.Key, traces.ToArray())));
    }
}
