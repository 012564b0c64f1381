using System.Globalization;
using System.Reflection;

namespace PaperSharp;

/// <summary>Replaces properties of a settings record by the values of PAPERS_SET.</summary>
internal static class SettingsOverrides
{
    /// <param name="settings">The record; it is not changed.</param>
    /// <param name="overrides">
    /// "name=value;name=value". A name may be qualified by the record's type ("DrawSettings.Steps"): it then concerns
    /// that record only, which matters in a notebook with several.
    /// </param>
    /// <param name="changed">Names of the properties that were replaced.</param>
    public static T Apply<T>(T settings, string? overrides, out IReadOnlySet<string> changed)
        where T : class
    {
        var names = new HashSet<string>();
        changed = names;
        var copy = Copy(settings);
        var properties = typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).ToArray();
        foreach (var (name, value) in Parse(overrides))
        {
            var dot = name.LastIndexOf('.');
            if (dot >= 0 && !name[..dot].Equals(typeof(T).Name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var property = properties.FirstOrDefault(property => property.Name.Equals(name[(dot + 1)..], StringComparison.OrdinalIgnoreCase))
                ?? throw new SetupException(
                    $"PAPERS_SET (--set) names '{name}', which {typeof(T).Name} does not have. It has: "
                    + $"{string.Join(", ", properties.Select(property => property.Name))}. "
                    + "In a notebook with several settings records write the record's name in front: Record.name=value.");
            property.SetValue(copy, Convert(value, property));
            names.Add(property.Name);
        }

        return copy;
    }

    private static IEnumerable<(string Name, string Value)> Parse(string? overrides)
    {
        foreach (var text in (overrides ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            yield return equals > 0
                ? (text[..equals].Trim(), text[(equals + 1)..].Trim())
                : throw new SetupException($"PAPERS_SET (--set) has '{text}', which is not of the form name=value.");
        }
    }

    private static object Convert(string value, PropertyInfo property)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands;
        var culture = CultureInfo.InvariantCulture;
        return property.PropertyType switch
        {
            var type when type == typeof(string) => value,
            var type when type == typeof(int) && int.TryParse(value, Whole, culture, out var number) => number,
            var type when type == typeof(long) && long.TryParse(value, Whole, culture, out var number) => number,
            var type when type == typeof(double) && double.TryParse(value, NumberStyles.Float, culture, out var number) => number,
            var type when type == typeof(bool) && bool.TryParse(value, out var flag) => flag,
            var type => throw new SetupException($"PAPERS_SET (--set) gives {property.Name} the value '{value}', which is not {Describe(type)}."),
        };
    }

    private static string Describe(Type type) =>
        type == typeof(int) || type == typeof(long) ? "a whole number"
        : type == typeof(double) ? "a number (decimal point, no thousands separators)"
        : type == typeof(bool) ? "true or false"
        : $"of a type that can be set ({type.Name}; only int, long, double, bool and string can)";

    private static T Copy<T>(T settings)
        where T : class =>
        (T)typeof(object).GetMethod(nameof(MemberwiseClone), BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(settings, null)!;
}
