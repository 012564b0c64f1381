namespace Microsoft.DotNet.Interactive.CSharp;

/// <summary>A type as source code that any cell understands.</summary>
internal static class SourceName
{
    public static string Of(Type type)
    {
        if (!type.IsVisible)
        {
            return "object";
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        var name = type.FullName ?? type.Name;
        if (!type.IsGenericType)
        {
            return "global::" + name.Replace('+', '.');
        }

        var arguments = new Queue<string>(type.GetGenericArguments().Select(Of));
        var parts = name[..name.IndexOf('[', StringComparison.Ordinal)].Split('+', '.').Select(part =>
        {
            var tick = part.IndexOf('`', StringComparison.Ordinal);
            return tick < 0
                ? part
                : $"{part[..tick]}<{string.Join(", ", Enumerable.Range(0, int.Parse(part[(tick + 1)..], System.Globalization.CultureInfo.InvariantCulture)).Select(_ => arguments.Dequeue()))}>";
        });
        return "global::" + string.Join('.', parts);
    }
}
