using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests.Api;

/// <summary>Writes types and members as the listing of the package does.</summary>
internal static class Signatures
{
    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char", [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(ulong)] = "ulong", [typeof(float)] = "float", [typeof(double)] = "double", [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    internal static string Type(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.IsByRef) return Type(type.GetElementType()!);
        if (type.IsArray) return $"{Type(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (s_keywords.TryGetValue(type, out var keyword)) return keyword;
        if (Nullable.GetUnderlyingType(type) is { } value) return Type(value) + "?";
        var arguments = type.GetGenericArguments();
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true && !arguments.Any(a => a.IsGenericParameter))
            return $"({string.Join(", ", arguments.Select(Type))})";
        return Nested(type, arguments);
    }

    internal static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Declared =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum) return Enum.GetNames(type);
        if (typeof(Delegate).IsAssignableFrom(type)) return [];
        return type.GetConstructors(Declared).Where(Visible).Where(c => !c.IsStatic).Select(c => (type.IsAbstract ? string.Empty : Access(c)) + $"new({Parameters(c)})")
            .Concat(type.GetFields(Declared).Where(Visible).Select(Field))
            .Concat(type.GetProperties(Declared).Where(p => Visible(Accessor(p))).Select(Property))
            .Concat(type.GetMethods(Declared).Where(Visible).Where(m => !IsAccessor(m)).Select(Method));
    }

    /// <summary>Modifiers that say how a member is implemented, not how it is called.</summary>
    internal static string WithoutImplementation(string member) =>
        member.Replace("virtual ", string.Empty, StringComparison.Ordinal).Replace("abstract ", string.Empty, StringComparison.Ordinal);

    private static string Nested(Type type, Type[] arguments)
    {
        var outer = type.DeclaringType is { } declaring ? Nested(declaring, arguments[..Math.Min(arguments.Length, declaring.GetGenericArguments().Length)]) + "." : string.Empty;
        var own = arguments[(type.DeclaringType?.GetGenericArguments().Length ?? 0)..];
        var name = type.Name.Split('`')[0];
        return outer + name + (own.Length == 0 ? string.Empty : $"<{string.Join(", ", own.Select(Type))}>");
    }

    private static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool Visible(FieldInfo field) => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly;

    private static bool IsAccessor(MethodInfo method) =>
        method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string Access(MethodBase method) => method.IsPublic ? string.Empty : "protected ";

    private static MethodInfo Accessor(PropertyInfo property) =>
        new[] { property.GetMethod, property.SetMethod }.OfType<MethodInfo>().OrderByDescending(m => m.IsPublic).First();

    private static string Modifiers(MethodBase method) => Access(method) + (method.IsStatic ? "static " : string.Empty);

    private static string Field(FieldInfo field) => (field.IsStatic ? "static " : string.Empty) + $"{Type(field.FieldType)} {field.Name}";

    private static string Property(PropertyInfo property)
    {
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var get = property.GetMethod is { } getter && Visible(getter) ? "get; " : string.Empty;
        var set = property.SetMethod is { } setter && Visible(setter) ? "set; " : string.Empty;
        return $"{Modifiers(Accessor(property))}{Type(property.PropertyType)} {name} {{ {get}{set}}}";
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Type))}>" : string.Empty;
        var extension = method.IsDefined(typeof(ExtensionAttribute)) ? "this " : string.Empty;
        return $"{Modifiers(method)}{Type(method.ReturnType)} {method.Name}{generic}({extension}{Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var prefix = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : string.Empty;
        return $"{prefix}{Type(parameter.ParameterType)} {parameter.Name}" + (parameter.HasDefaultValue ? " = " + Default(parameter) : string.Empty);
    }

    private static string Default(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null when parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null => "default",
            null => "null",
            bool truth => truth ? "true" : "false",
            string text => $"\"{text}\"",
            var value when type.IsEnum => $"{Type(type)}.{Enum.ToObject(type, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString()!,
        };
    }
}
