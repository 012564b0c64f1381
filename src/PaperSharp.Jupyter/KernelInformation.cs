using System.Text.Json.Nodes;
using PaperSharp.Jupyter.Protocol;

namespace PaperSharp.Jupyter;

/// <summary>What the kernel says about itself.</summary>
internal static class KernelInformation
{
    public static JsonObject Reply() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = MessageCodec.ProtocolVersion,
        ["implementation"] = "PaperSharp",
        ["implementation_version"] = typeof(KernelInformation).Assembly.GetName().Version!.ToString(3),
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".cs",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = "PaperSharp: C# notebooks",
        ["help_links"] = new JsonArray(),
    };
}
