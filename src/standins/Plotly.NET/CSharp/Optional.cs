namespace Plotly.NET.CSharp;

/// <summary>An argument that may be left out.</summary>
public record struct Optional<T>(T Value, bool IsSome)
{
    public static implicit operator Optional<T>(T Value) => new(Value, true);

    public override string ToString() => IsSome ? $"Some({Value})" : "None";
}

public static class OptionalExtensions
{
    internal static T Or<T>(this Optional<T> optional, T other) => optional.IsSome ? optional.Value : other;
}
