using System.Collections;

namespace Plotly.NET;

/// <summary>Puts the attributes of one object over those of another; neither is changed.</summary>
internal static class Merge
{
    // Each chart adds to these; everything else that is set twice is replaced.
    private static readonly string[] Lists = ["annotations", "shapes", "images", "sliders", "updatemenus"];

    public static Layout Layouts(Layout first, Layout second)
    {
        var merged = Objects(first, second);
        foreach (var name in Lists)
        {
            if (first.Properties.TryGetValue(name, out var a) && second.Properties.TryGetValue(name, out var b))
            {
                merged.SetProperty(name, ((IEnumerable)a).Cast<object>().Concat(((IEnumerable)b).Cast<object>()).ToArray());
            }
        }

        return merged;
    }

    public static T Objects<T>(T first, T second) where T : DynamicObj.DynamicObj => (T)MergeInto(Copy(first), second);

    public static T Copy<T>(T source) where T : DynamicObj.DynamicObj =>
        (T)MergeInto((DynamicObj.DynamicObj)(source is Trace ? new Trace("") : Activator.CreateInstance(source.GetType())!), source);

    private static DynamicObj.DynamicObj MergeInto(DynamicObj.DynamicObj target, DynamicObj.DynamicObj source)
    {
        foreach (var (name, value) in source.Properties)
        {
            target.SetProperty(name, value switch
            {
                DynamicObj.DynamicObj nested when target.Properties.TryGetValue(name, out var old) && old is DynamicObj.DynamicObj before
                    => MergeInto(Copy(before), nested),
                DynamicObj.DynamicObj nested => Copy(nested),
                _ => value,
            });
        }

        return target;
    }
}
