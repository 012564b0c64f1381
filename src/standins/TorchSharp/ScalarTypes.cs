using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>How libtorch's element types and .NET's types go together.</summary>
internal static class ScalarTypes
{
    private static readonly Dictionary<Type, ScalarType> s_types = new()
    {
        [typeof(byte)] = ScalarType.Byte,
        [typeof(sbyte)] = ScalarType.Int8,
        [typeof(short)] = ScalarType.Int16,
        [typeof(int)] = ScalarType.Int32,
        [typeof(long)] = ScalarType.Int64,
        [typeof(Half)] = ScalarType.Float16,
        [typeof(float)] = ScalarType.Float32,
        [typeof(double)] = ScalarType.Float64,
        [typeof((float, float))] = ScalarType.ComplexFloat32,
        [typeof(Complex)] = ScalarType.ComplexFloat64,
        [typeof(bool)] = ScalarType.Bool,
        [typeof(BFloat16)] = ScalarType.BFloat16,
    };

    /// <summary>The element type that holds a <typeparamref name="T"/>.</summary>
    internal static ScalarType Of<T>()
    {
        // For the compiler these are constants: of the chain nothing is left in T's code.
        if (typeof(T) == typeof(float)) return ScalarType.Float32;
        if (typeof(T) == typeof(double)) return ScalarType.Float64;
        if (typeof(T) == typeof(long)) return ScalarType.Int64;
        if (typeof(T) == typeof(int)) return ScalarType.Int32;
        return Of(typeof(T));
    }

    /// <exception cref="ArgumentException">No tensor holds elements of that type.</exception>
    internal static ScalarType Of(Type type) => s_types.TryGetValue(type, out var found)
        ? found
        : throw new ArgumentException($"A tensor cannot hold elements of type {type.Name}.");

    /// <exception cref="ArgumentException">A tensor of type <paramref name="dtype"/> does not hold <typeparamref name="T"/>.</exception>
    internal static void Validate<T>(ScalarType dtype)
    {
        var wanted = Of<T>();
        if (wanted != dtype)
            throw new ArgumentException($"The tensor holds {dtype}, not {typeof(T).Name}: convert it with to_type(ScalarType.{wanted}) first.");
    }
}
