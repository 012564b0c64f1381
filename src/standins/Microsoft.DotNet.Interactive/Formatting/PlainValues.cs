using System.Collections;
using System.Data;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DotNet.Interactive.CSharp;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>The text of values that are shown as a whole and not by their members.</summary>
internal static class PlainValues
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text, or null where the value is to be shown by its parts.</summary>
    public static string? TextOf(object value, FormatContext context) => value switch
    {
        string text => text,
        Type type => TypeName.Of(type),
        Exception exception => TextOf(exception),
        Complex number => Text(number),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF zzz", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("g", CultureInfo.InvariantCulture),
        IFormattable formattable when value is not IEnumerable => formattable.ToString(null, CultureInfo.InvariantCulture),
        Task task => TextOf(task, context),
        ValueTask task => $"ValueTask ({(task.IsCompletedSuccessfully ? "completed" : task.IsCompleted ? "failed" : "running")})",
        Delegate function => TextOf(function),
        JsonNode json => json.ToJsonString(Indented),
        JsonElement { ValueKind: not JsonValueKind.Undefined } json => JsonSerializer.Serialize(json, Indented),
        JsonDocument json => JsonSerializer.Serialize(json.RootElement, Indented),
        MemberInfo or Assembly or Module or System.Linq.Expressions.Expression => value.ToString(),
        _ when IsPendingByNature(value.GetType()) => TypeName.Of(value.GetType()),
        _ => null,
    };

    /// <summary>Their properties would wait for a result, or use it up.</summary>
    private static bool IsPendingByNature(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueTask<>) ||
        type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>)) ||
        type.IsAssignableTo(typeof(IDataReader)) || type.IsAssignableTo(typeof(WaitHandle));

    private static string Text(Complex number)
    {
        var (real, imaginary) = (number.Real.ToString(CultureInfo.InvariantCulture), Math.Abs(number.Imaginary).ToString(CultureInfo.InvariantCulture));
        return $"{real} {(double.IsNegative(number.Imaginary) ? '-' : '+')} {imaginary}i";
    }

    private static string TextOf(Task task, FormatContext context)
    {
        var name = TypeName.Of(PublicTypeOf(task));
        if (task.Exception is { } exception)
        {
            return $"{name} (failed): {string.Join('\n', exception.InnerExceptions.Select(TextOf))}";
        }

        if (!task.IsCompletedSuccessfully)
        {
            return $"{name} ({(task.IsCanceled ? "cancelled" : $"running, {task.Status}")})";
        }

        return task.GetType().GetProperty("Result") is { } result && result.PropertyType.Name != "VoidTaskResult"
            ? $"{name} (completed): {PlainTextWriter.Nested(result.GetValue(task), context)}"
            : $"{name} (completed)";
    }

    /// <summary>The task of an async method is of a type that the compiler made.</summary>
    private static Type PublicTypeOf(Task task)
    {
        for (var type = task.GetType(); type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && type.GetGenericArguments()[0].Name != "VoidTaskResult")
            {
                return type;
            }
        }

        return typeof(Task);
    }

    private static string TextOf(Delegate function)
    {
        var name = function.Method.Name;
        var isLambda = function.Method.IsDefined(typeof(CompilerGeneratedAttribute)) || name.Contains('<', StringComparison.Ordinal);
        return $"{TypeName.Of(function.GetType())} ({(isLambda ? "lambda" : name)})";
    }

    /// <summary>Its type, message, frames of the user's own code, and what caused it.</summary>
    private static string TextOf(Exception exception)
    {
        if (KernelInvocationContext.Current?.HandlingKernel is CSharpKernel kernel)
        {
            return kernel.Describe(exception);
        }

        var lines = new List<string>();
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            lines.Add($"{(e == exception ? "" : "caused by ")}{TypeName.Of(e.GetType())}: {e.Message}");
            lines.AddRange(e.StackTrace is { } trace ? [trace] : []);
        }

        return string.Join('\n', lines);
    }
}
