namespace PaperSharp.Jupyter;

/// <summary>The lines of a cell that speak to the kernel, not to the compiler.</summary>
internal static class CellDirectives
{
    /// <summary>The C# of a cell; directives and text for other languages become empty lines, so that line numbers hold.</summary>
    public static string OnlyCSharp(string code)
    {
        if (!code.Contains("#!", StringComparison.Ordinal))
        {
            return code;
        }

        var isCSharp = true;
        var lines = code.ReplaceLineEndings("\n").Split('\n').Select(line =>
        {
            if (!line.StartsWith("#!", StringComparison.Ordinal))
            {
                return isCSharp ? line : "";
            }

            isCSharp = line.Trim() switch
            {
                "#!csharp" or "#!C#" or "#!c#" => true,
                "#!html" or "#!markdown" or "#!javascript" or "#!js" => false,
                _ => isCSharp,
            };
            return "";
        });
        return string.Join('\n', lines);
    }
}
