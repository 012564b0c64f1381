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
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner && Interrupts.IsOther(inner))
        {
            return new Failure(inner);
        }
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

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic) is not null;

    private static IReadOnlyList<Member> Find(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => p.GetMethod is { IsPublic: true } && p.GetIndexParameters().Length == 0 && !p.PropertyType.IsByRefLike && !p.PropertyType.IsPointer)
            .Select(p => new Member(p.Name, p.GetValue));
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public)
            .Where(f => !f.FieldType.IsPointer)
            .Select(f => new Member(f.Name, f.GetValue));
        return [.. properties.Concat(fields).DistinctBy(member => member.Name)];
    }
}
