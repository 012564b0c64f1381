using System.Reflection;
using System.Runtime.CompilerServices;

namespace Plotly.NET.Tests;

/// <summary>Every public member of the stand-in, against the listing read off the package's own assemblies.</summary>
public class SignatureTests
{
    [ListingFact]
    public void PublicMembers_OfListedTypes_AreInTheListing()
    {
        var listed = Listing.Read();
        var types = typeof(GenericChart).Assembly.GetExportedTypes().Where(type => listed.ContainsKey(Listing.Key(type))).ToArray();

        var extra = types.SelectMany(type => Members(type)
            .Where(member => !listed[Listing.Key(type)].Contains(member))
            .Select(member => $"{Listing.Key(type)}: {member}")).ToArray();

        Assert.True(types.Length >= 35, $"only {types.Length} types were found in the listing");
        Assert.True(extra.Length == 0, string.Join(Environment.NewLine, extra));
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var property in type.GetProperties(declared))
        {
            var isStatic = property.GetMethod!.IsStatic ? "static " : "";
            yield return $"{isStatic}{Name(property.PropertyType)} {property.Name} {{ get; {(property.SetMethod?.IsPublic == true ? "set; " : "")}}}";
        }

        foreach (var method in type.GetMethods(declared).Where(method => method.GetBaseDefinition() == method && !method.IsSpecialName))
        {
            yield return (method.IsStatic ? "static " : "") + Signature(method);
        }
    }

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        var parameters = method.GetParameters().Select((parameter, i) =>
            (isExtension && i == 0 ? "this " : "") + $"{Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}");
        return $"{Name(method.ReturnType)} {method.Name}{generic}({string.Join(", ", parameters)})";
    }

    private static string Default(ParameterInfo parameter) => parameter switch
    {
        { HasDefaultValue: false } => "",
        { ParameterType.IsValueType: true } => " = default",
        _ => " = null",
    };

    private static string Name(Type type)
    {
        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericType)
        {
            return $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Int32 => "int",
            TypeCode.Double => "double",
            TypeCode.String => "string",
            _ when type == typeof(object) => "object",
            _ when type == typeof(void) => "void",
            _ => type is { IsNested: true, IsGenericParameter: false } ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name,
        };
    }
}
