using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>What of a type is shown: its public properties and fields.</summary>
internal sealed record Member(string Name, Func<object, object?> Get)
{
    /// <summary>The member's value, or the exception that its getter throws.</summary>
    public object? Read(object instance)
    {
        try
        {
            return Get(instance);
        }
        catch (TargetInvocationException exception)
        {
            return new Failure(exception.InnerException!.Message);
        }
    }

    private sealed record Failure(string Message)
    {
        public override string ToString() => $"! {Message}";
    }
}

internal static class Members
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> Known = new();

    public static IReadOnlyList<Member> Of(Type type) => Known.GetOrAdd(type, Find);

    /// <summary>Whether the type says itself how it reads; a record's generated text does not count.</summary>
    public static bool HasOwnText(Type type)
    {
        var declaring = type.GetMethod(nameof(ToString), Type.EmptyTypes)?.DeclaringType;
        return declaring != typeof(object) && declaring != typeof(ValueType) && !IsAnonymous(type) &&
            !(IsRecord(type) && type.GetMethod(nameof(ToString), Type.EmptyTypes)!.IsDefined(typeof(CompilerGeneratedAttribute)));
    }

    public static bool IsAnonymous(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Name.Contains("AnonymousType", StringComparison.Ordinal);

    public static int? CountOf(IEnumerable items) => items switch
    {
        ICollection collection => collection.Count,
        _ => items.GetType().GetInterfaces()
            .FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>))
            ?.GetProperty("Count")?.GetValue(items) as int?,
    };

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static IReadOnlyList<Member> Find(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.CanRead && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike && !p.PropertyType.IsPointer)
            .Select(p => new Member(p.Name, p.GetValue));
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Where(f => !f.FieldType.IsPointer)
            .Select(f => new Member(f.Name, f.GetValue));
        return [.. properties, .. fields];
    }
}

internal static class TypeName
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char", [typeof(decimal)] = "decimal",
        [typeof(double)] = "double", [typeof(float)] = "float", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(object)] = "object", [typeof(sbyte)] = "sbyte", [typeof(short)] = "short", [typeof(string)] = "string",
        [typeof(uint)] = "uint", [typeof(ulong)] = "ulong", [typeof(ushort)] = "ushort", [typeof(void)] = "void",
    };

    /// <summary>The name as C# writes it: <c>List&lt;int&gt;</c>, <c>double[,]</c>.</summary>
    public static string Of(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Of(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Of))}>";
    }
}
