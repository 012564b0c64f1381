using System.Collections.Concurrent;
using System.Globalization;
using System.Net;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>How values become text: formatters by type and MIME type, the latest registered first.</summary>
public static class Formatter
{
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<(Type, string), ITypeFormatter> Found = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyCollection<string>> FoundMimeTypes = new();
    private static List<ITypeFormatter> _registered = [];
    private static List<(Type Type, string[] MimeTypes)> _preferred = [];
    private static Action<DisplayedValue>[] _subscribers = [];

    static Formatter() => ResetToDefault();

    /// <summary>How many items of a sequence are written before "(N more)".</summary>
    public static int ListExpansionLimit { get; set; }

    public static string NullString { get; set; } = "";

    /// <summary>How deep objects are written before "…".</summary>
    public static int RecursionLimit { get; set; }

    /// <summary>The MIME type preferred for values that are not plain text by nature.</summary>
    public static string DefaultMimeType { get; set; } = HtmlFormatter.MimeType;

    public static void ResetToDefault()
    {
        lock (Gate)
        {
            _registered = [];
            _preferred = [];
            Forget();
        }

        ListExpansionLimit = 20;
        NullString = "<null>";
        RecursionLimit = 6;
        DefaultMimeType = HtmlFormatter.MimeType;
    }

    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes)
    {
        ArgumentNullException.ThrowIfNull(type);
        lock (Gate)
        {
            _preferred = [(type, preferredMimeTypes), .. _preferred];
            Forget();
        }
    }

    public static IReadOnlyCollection<string> GetPreferredMimeTypesFor(Type? type) =>
        type is null ? [PlainTextFormatter.MimeType] : FoundMimeTypes.GetOrAdd(type, FindPreferredMimeTypes);

    public static string ToDisplayString(this object? obj, string mimeType = PlainTextFormatter.MimeType)
    {
        using var scope = FormatState.Share(out _);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        using var context = new FormatContext(writer);
        obj.FormatTo(context, mimeType);
        return writer.ToString();
    }

    public static string ToDisplayString(this object? obj, ITypeFormatter formatter)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        formatter.Format(obj, writer);
        return writer.ToString();
    }

    public static void Format(this ITypeFormatter formatter, object? instance, TextWriter writer)
    {
        using var context = new FormatContext(writer);
        formatter.Format(instance, context);
    }

    public static void FormatTo<T>(this T obj, FormatContext context, string mimeType)
    {
        if (obj is null)
        {
            var text = NullString;
            context.Writer.Write(mimeType == HtmlFormatter.MimeType ? WebUtility.HtmlEncode(text) : text);
        }
        else if (!context.TryEnter(obj, mimeType))
        {
            context.Writer.Write('…');
        }
        else
        {
            try
            {
                context.State.Interruption.ThrowIfCancellationRequested();
                Write(obj, context, mimeType);
            }
            catch (Exception exception) when (Interrupts.IsOther(exception))
            {
                var text = new Failure(exception).ToString();
                context.Writer.Write(mimeType == HtmlFormatter.MimeType ? $"<pre class=\"dni-error\">{WebUtility.HtmlEncode(text)}</pre>" : text);
                context.State.Failure = context.Depth == 1 ? exception : context.State.Failure;
            }
            finally
            {
                context.Leave(obj, mimeType);
            }
        }
    }

    public static void Register(ITypeFormatter formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        lock (Gate)
        {
            _registered = [formatter, .. _registered];
            Forget();
        }
    }

    public static void Register<T>(FormatDelegate<T> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new DelegateFormatter(typeof(T), mimeType, (value, context) => formatter((T)value!, context)));

    public static void Register(Type type, FormatDelegate<object> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(new DelegateFormatter(type, mimeType, (value, context) => formatter(value!, context)));

    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register(type, (value, context) => { formatter(value, context.Writer); return true; }, mimeType);

    public static void Register<T>(Action<T, TextWriter> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register<T>((value, context) => { formatter(value, context.Writer); return true; }, mimeType);

    public static void Register<T>(Func<T, string> formatter, string mimeType = PlainTextFormatter.MimeType) =>
        Register<T>((value, context) => { context.Writer.Write(formatter(value)); return true; }, mimeType);

    public static IEnumerable<ITypeFormatter> RegisteredFormatters(bool includeDefaults = true)
    {
        lock (Gate)
        {
            return includeDefaults ? [.. _registered, .. DefaultFormatters.All] : [.. _registered];
        }
    }

    public static ITypeFormatter GetPreferredFormatterFor(Type actualType, string mimeType) =>
        Found.GetOrAdd((actualType, mimeType), key => FindFormatter(key.Item1, key.Item2));

    /// <summary>Calls back for every value displayed and every update of one.</summary>
    public static IDisposable SubscribeToDisplayedValues(Action<DisplayedValue> onEvent)
    {
        lock (Gate)
        {
            _subscribers = [.. _subscribers, onEvent];
        }

        return System.Reactive.Disposables.Disposable.Create(() =>
        {
            lock (Gate)
            {
                _subscribers = [.. _subscribers.Where(s => s != onEvent)];
            }
        });
    }

    public static void WriteToConsole(DisplayedValue displayedValue) =>
        Console.WriteLine(displayedValue.Value.ToDisplayString(PlainTextFormatter.MimeType));

    internal static void Announce(DisplayedValue value)
    {
        foreach (var subscriber in _subscribers)
        {
            subscriber(value);
        }
    }

    /// <summary>The MIME types of a value whose parts may say more than its type: a list of objects may hold records.</summary>
    internal static IReadOnlyCollection<string> MimeTypesOf(object? value)
    {
        var types = GetPreferredMimeTypesFor(value?.GetType());
        return value is not null && types.SequenceEqual([PlainTextFormatter.MimeType]) && !IsChosen(value.GetType()) && HtmlTable.SuitsItemsOf(value)
            ? [DefaultMimeType]
            : types;
    }

    internal static bool HasRegisteredHtml(Type type) =>
        !DefaultFormatters.All.Contains(GetPreferredFormatterFor(type, HtmlFormatter.MimeType));

    private static void Write(object value, FormatContext context, string mimeType)
    {
        var type = value.GetType();
        var formatter = GetPreferredFormatterFor(type, mimeType);
        if (DefaultFormatters.All.Contains(formatter))
        {
            formatter.Format(value, context);
            return;
        }

        // What a formatter has written before it declines or fails is not shown.
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var inner = new FormatContext(text, context.Depth, context.State);
        if (formatter.Format(value, inner))
        {
            context.Writer.Write(text.ToString());
        }
        else
        {
            DefaultFormatters.For(type, mimeType).Format(value, context);
        }
    }

    private static bool IsChosen(Type type)
    {
        lock (Gate)
        {
            return _preferred.Exists(p => Covers(p.Type, type));
        }
    }

    private static ITypeFormatter FindFormatter(Type type, string mimeType)
    {
        List<ITypeFormatter> registered;
        lock (Gate)
        {
            registered = _registered;
        }

        return registered.Where(f => f.MimeType == mimeType && Covers(f.Type, type))
            .MinBy(f => Distance(f.Type, type)) ?? DefaultFormatters.For(type, mimeType);
    }

    private static IReadOnlyCollection<string> FindPreferredMimeTypes(Type type)
    {
        List<(Type Type, string[] MimeTypes)> preferred;
        List<ITypeFormatter> registered;
        lock (Gate)
        {
            preferred = _preferred;
            registered = _registered;
        }

        var chosen = preferred.Where(p => Covers(p.Type, type)).OrderBy(p => Distance(p.Type, type)).FirstOrDefault();
        if (chosen.MimeTypes is not null)
        {
            return chosen.MimeTypes;
        }

        if (type.IsAssignableTo(typeof(LaTeXString)))
        {
            return ["text/latex"];
        }

        // A formatter registered for another MIME type says how its author wants the value seen.
        var rich = registered.FirstOrDefault(f => f.MimeType == DefaultMimeType && f.Type != typeof(object) && Covers(f.Type, type));
        return rich is not null || DefaultFormatters.HasHtml(type) ? [DefaultMimeType] : [PlainTextFormatter.MimeType];
    }

    private static bool Covers(Type formatted, Type type) =>
        formatted.IsAssignableFrom(type) ||
        (formatted.IsGenericTypeDefinition && BasesAndInterfaces(type).Any(t => t.IsGenericType && t.GetGenericTypeDefinition() == formatted));

    /// <summary>The type itself, then its generic definition, then its bases, then interfaces (the more derived first), then object.</summary>
    private static int Distance(Type formatted, Type type)
    {
        const int Interface = 100_000;
        if (formatted == typeof(object))
        {
            return int.MaxValue;
        }

        var distance = 0;
        for (var t = type; t is not null; t = t.BaseType, distance += 2)
        {
            if (t == formatted)
            {
                return distance;
            }

            if (t.IsGenericType && t.GetGenericTypeDefinition() == formatted)
            {
                return distance + 1;
            }
        }

        return Interface - (2 * formatted.GetInterfaces().Length) + (formatted.IsGenericTypeDefinition ? 1 : 0);
    }

    private static IEnumerable<Type> BasesAndInterfaces(Type type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            yield return t;
        }

        foreach (var i in type.GetInterfaces())
        {
            yield return i;
        }
    }

    private static void Forget()
    {
        Found.Clear();
        FoundMimeTypes.Clear();
    }
}
