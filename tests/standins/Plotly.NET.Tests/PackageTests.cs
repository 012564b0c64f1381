using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.FSharp.Core;
using Plotly.NET.CSharp;

namespace Plotly.NET.Tests;

/// <summary>
/// Every optional argument of every chart, given alone, against what the package itself writes for it. The files in
/// the folder Package were written by Plotly.NET.CSharp 0.14 for the same arguments; where that version differs from
/// 5.1 (the outline of contours, the places of a heat map's texts) the line is left out.
/// </summary>
public class PackageTests
{
    public static TheoryData<string> Charts() => [.. Lines("charts.txt").Select(line => line[0]).Distinct()];

    public static TheoryData<string> Objects() => [.. Lines("objects.txt").Select(line => line[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Chart_EachArgumentAlone_WritesWhatThePackageWrites(string name)
    {
        var method = Close(typeof(CSharp.Chart).GetMethods().Single(method => method.Name == name));
        var wrong = Lines("charts.txt").Where(line => line[0] == name).Select(line =>
        {
            var chart = (GenericChart)method.Invoke(null, Arguments(method, line[1]))!;
            var figure = JsonNode.Parse(GenericChart.toFigureJson(chart))!.AsObject();
            figure.Remove("frames");
            return JsonNode.DeepEquals(Numbers(JsonNode.Parse(line[2])!), Numbers(figure)) ? null : $"{name}({line[1]})\n  expected {line[2]}\n  actual   {figure.ToJsonString()}";
        }).OfType<string>().ToArray();

        Assert.True(wrong.Length == 0, string.Join('\n', wrong));
    }

    [Theory]
    [MemberData(nameof(Objects))]
    public void Init_EachArgumentAlone_SetsThePropertyThatThePackageSets(string name)
    {
        var type = typeof(GenericChart).Assembly.GetExportedTypes().Single(type => type.Name == name && typeof(DynamicObj.DynamicObj).IsAssignableFrom(type));
        var method = Close(type.GetMethods().Single(method => method.Name == "init"));

        foreach (var line in Lines("objects.txt").Where(line => line[0] == name))
        {
            var made = (DynamicObj.DynamicObj)method.Invoke(null, Arguments(method, line[1]))!;
            Assert.Equal((line[1], line[2]), (line[1], Assert.Single(made.Properties.Keys)));
        }
    }

    private static string[][] Lines(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Package", file)).Select(line => line.Split('|', 3))];

    // 1 and 1.0 are one number in JSON; the package writes the latter for whole doubles.
    private static JsonNode? Numbers(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.Select(p => KeyValuePair.Create(p.Key, Numbers(p.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Numbers)]),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonValue.Create(double.Parse(v.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture)),
        _ => node?.DeepClone(),
    };

    private static object?[] Arguments(MethodInfo method, string given) =>
        [.. method.GetParameters().Select(parameter =>
            parameter.Name == "UseDefaults" ? new Optional<bool>(false, true)
            : IsOptional(parameter.ParameterType) && parameter.Name != given ? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null)
            : Sample(parameter.ParameterType))];

    private static bool IsOptional(Type type) => IsGeneric(type, typeof(Optional<>)) || IsGeneric(type, typeof(FSharpOption<>));

    private static bool IsGeneric(Type type, Type definition) => type.IsGenericType && type.GetGenericTypeDefinition() == definition;

    private static MethodInfo Close(MethodInfo method) => method.IsGenericMethodDefinition
        ? method.MakeGenericMethod([.. method.GetGenericArguments().Select(argument => argument.Name switch
        {
            "TextType" or "LabelsType" => typeof(string),
            "IType" or "JType" or "KType" => typeof(int),
            _ => typeof(double),
        })])
        : method;

    private static object Sample(Type type)
    {
        if (type == typeof(string) || type == typeof(int) || type == typeof(bool) || type == typeof(Color))
        {
            return type == typeof(string) ? "s" : type == typeof(int) ? 3 : type == typeof(bool) ? true : Color.fromString("red");
        }

        if (type == typeof(double) || type == typeof(object) || type == typeof(IConvertible))
        {
            return 0.5;
        }

        if (IsOptional(type))
        {
            var inner = Sample(type.GetGenericArguments()[0]);
            return Activator.CreateInstance(type, type.IsValueType ? [inner, true] : [inner])!;
        }

        if (type.IsArray || IsGeneric(type, typeof(IEnumerable<>)))
        {
            var item = type.GetElementType() ?? type.GetGenericArguments()[0];
            var items = Array.CreateInstance(item, 2);
            items.SetValue(Sample(item), 0);
            items.SetValue(Sample(item), 1);
            return items;
        }

        if (type.IsGenericType)
        {
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(Sample)])!;
        }

        // A named value: the first one in alphabetical order, or one made from a sample.
        const BindingFlags statics = BindingFlags.Public | BindingFlags.Static;
        return type.GetProperties(statics).Where(property => property.PropertyType == type).OrderBy(property => property.Name, StringComparer.Ordinal).FirstOrDefault() is { } first
            ? first.GetValue(null)!
            : type.GetMethods(statics).Where(made => made.Name.StartsWith("New", StringComparison.Ordinal)).OrderBy(made => made.Name, StringComparer.Ordinal).FirstOrDefault() is { } factory
                ? factory.Invoke(null, [.. factory.GetParameters().Select(parameter => Sample(parameter.ParameterType))])!
                : Activator.CreateInstance(type)!;
    }
}
