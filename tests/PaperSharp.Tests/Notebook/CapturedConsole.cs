namespace PaperSharp.Tests.Notebook;

/// <summary>What is printed while it lives. Only for tests in <see cref="SessionTestGroup"/>.</summary>
public sealed class CapturedConsole : IDisposable
{
    private readonly TextWriter _before = Console.Out;
    private readonly StringWriter _text = new();

    public CapturedConsole() => Console.SetOut(_text);

    public string Text => _text.ToString();

    public void Dispose() => Console.SetOut(_before);
}
