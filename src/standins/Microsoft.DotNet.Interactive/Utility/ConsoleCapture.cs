using System.Text;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive.Utility;

/// <summary>
/// Sends what cells write to the console to the command they belong to, in batches of at most
/// <see cref="BatchMilliseconds"/>; standard output and standard error keep their order. What is written outside
/// of any command goes to the process's own console.
/// </summary>
internal static class ConsoleCapture
{
    private const int BatchMilliseconds = 30;

    private static readonly Lock Gate = new();
    private static readonly Lock Publishing = new();
    private static readonly AutoResetEvent Written = new(false);
    private static List<Segment> _segments = [];
    private static bool _installed;

    public static void Install()
    {
        lock (Gate)
        {
            if (_installed)
            {
                return;
            }

            _installed = true;
            Console.SetOut(new Writer(Console.Out, isError: false));
            Console.SetError(new Writer(Console.Error, isError: true));
            new Thread(FlushInBatches) { IsBackground = true, Name = "console batches" }.Start();
        }
    }

    /// <summary>Publishes everything written so far.</summary>
    public static void Flush()
    {
        lock (Publishing)
        {
            List<Segment> batch;
            lock (Gate)
            {
                if (_segments.Count == 0)
                {
                    return;
                }

                batch = _segments;
                _segments = [];
            }

            foreach (var segment in batch)
            {
                var command = segment.Context.Command;
                FormattedValue[] text = [new(PlainTextFormatter.MimeType, segment.Text.ToString())];
                segment.Context.Publish(segment.IsError
                    ? new StandardErrorValueProduced(command, text)
                    : new StandardOutputValueProduced(command, text));
            }
        }
    }

    private static void FlushInBatches()
    {
        while (true)
        {
            Written.WaitOne();
            Thread.Sleep(BatchMilliseconds);
            Flush();
        }
    }

    private static void Append(KernelInvocationContext context, bool isError, ReadOnlySpan<char> text)
    {
        // In a finally block so that an interrupt cannot leave the lock or the buffer half changed.
        try
        {
        }
        finally
        {
            lock (Gate)
            {
                if (_segments.Count == 0 || _segments[^1] is var last && (last.Context != context || last.IsError != isError))
                {
                    _segments.Add(new Segment(context, isError, new StringBuilder()));
                }

                _segments[^1].Text.Append(text);
            }

            Written.Set();
        }
    }

    private sealed record Segment(KernelInvocationContext Context, bool IsError, StringBuilder Text);

    private sealed class Writer(TextWriter console, bool isError) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void WriteLine(string? value) => Write((value + NewLine).AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (KernelInvocationContext.Current is { } context)
            {
                Append(context, isError, buffer);
            }
            else
            {
                console.Write(buffer);
            }
        }

        public override void Flush()
        {
            if (KernelInvocationContext.Current is null)
            {
                console.Flush();
            }
        }
    }
}
