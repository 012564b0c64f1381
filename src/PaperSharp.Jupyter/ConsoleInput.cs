using Microsoft.DotNet.Interactive;

namespace PaperSharp.Jupyter;

/// <summary>
/// What cells read from as <see cref="Console.In"/>: every line is asked of the user. The process's own input is
/// never read, since that would block a cell for good.
/// </summary>
internal sealed class ConsoleInput : TextReader
{
    private string _rest = "";

    public override string? ReadLine()
    {
        if (_rest.Length > 0)
        {
            var line = _rest[..^Environment.NewLine.Length];
            _rest = "";
            return line;
        }

        return Ask();
    }

    public override int Read()
    {
        Fill();
        var character = _rest[0];
        _rest = _rest[1..];
        return character;
    }

    public override int Peek()
    {
        Fill();
        return _rest[0];
    }

    // On another thread, because the cell's own, which waits here, would have to run the continuations.
    private static string Ask() => Task.Run(() => Kernel.GetInputAsync()).GetAwaiter().GetResult();

    private void Fill()
    {
        if (_rest.Length == 0)
        {
            _rest = Ask() + Environment.NewLine;
        }
    }
}
