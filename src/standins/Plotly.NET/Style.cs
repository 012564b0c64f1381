using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.FSharp.Core;
using Plotly.NET.CSharp;

namespace Plotly.NET;

/// <summary>A named value of plotly.js.</summary>
internal interface IStyleValue
{
    object Convert();
}

/// <summary>
/// Sets the attributes that were given. Without a name, the attribute is called like the argument, in lower case: it is
/// so with nearly all of plotly.js's attributes and Plotly.NET's parameters.
/// </summary>
internal static class Style
{
    public static T Set<T>(this T target, string name, object value) where T : DynamicObj.DynamicObj
    {
        target.SetProperty(name, value);
        return target;
    }

    public static T Set<T, TValue>(this T target, string name, Optional<TValue> value) where T : DynamicObj.DynamicObj =>
        value.IsSome ? target.Set(name, (object)value.Value!) : target;

    public static T Set<T, TValue>(this T target, string name, FSharpOption<TValue>? value) where T : DynamicObj.DynamicObj =>
        value is null ? target : target.Set(name, (object)value.Value!);

    public static T Set<T, TValue>(
        this T target, Optional<TValue> value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : DynamicObj.DynamicObj => target.Set(Lower(name), value);

    public static T Set<T, TValue>(
        this T target, FSharpOption<TValue>? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : DynamicObj.DynamicObj => target.Set(Lower(name), value);

    public static T SetSingleOrMany<T, TValue>(this T target, string name, Optional<TValue> single, Optional<IEnumerable<TValue>> many)
        where T : DynamicObj.DynamicObj => many.IsSome ? target.Set(name, many) : target.Set(name, single);

    public static string Text(object value) => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Lower(string name) =>
        string.Create(name.Length, name, (lower, source) => source.AsSpan().ToLowerInvariant(lower));
}
