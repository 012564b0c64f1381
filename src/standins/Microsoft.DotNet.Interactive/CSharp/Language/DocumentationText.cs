using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Microsoft.DotNet.Interactive.CSharp.Language;

/// <summary>An XML documentation comment as text.</summary>
internal sealed partial record DocumentationText(string Summary, IReadOnlyList<(string Name, string Text)> Parameters, string Returns)
{
    public static readonly DocumentationText None = new("", [], "");

    public static DocumentationText Of(ISymbol symbol, Compilation compilation)
    {
        var xml = DocumentationFiles.Find(symbol, compilation);
        if (string.IsNullOrWhiteSpace(xml))
        {
            return None;
        }

        try
        {
            var member = XElement.Parse(xml, LoadOptions.PreserveWhitespace);
            return new DocumentationText(
                Flatten(member.Element("summary")),
                [.. member.Elements("param").Select(p => ((string?)p.Attribute("name") ?? "", Flatten(p))).Where(p => p.Item2.Length > 0)],
                Flatten(member.Element("returns")));
        }
        catch (XmlException)
        {
            return None;
        }
    }

    private static string Flatten(XElement? element)
    {
        if (element is null)
        {
            return "";
        }

        var text = new StringBuilder();
        Write(element, text);
        return string.Join('\n', text.ToString().Split('\n').Select(line => Blanks().Replace(line, " ").Trim())).Trim('\n');
    }

    private static void Write(XElement element, StringBuilder text)
    {
        foreach (var node in element.Nodes())
        {
            switch (node)
            {
                case XText words:
                    text.Append(words.Value.ReplaceLineEndings(" "));
                    break;
                case XElement { Name.LocalName: "see" or "seealso" or "paramref" or "typeparamref" } link when link.IsEmpty:
                    text.Append(NameIn(link));
                    break;
                case XElement { Name.LocalName: "c" or "code" } code:
                    text.Append('`').Append(code.Value.Trim()).Append('`');
                    break;
                case XElement { Name.LocalName: "br" }:
                    text.Append('\n');
                    break;
                case XElement { Name.LocalName: "para" or "item" or "list" } block:
                    text.Append('\n');
                    Write(block, text);
                    text.Append('\n');
                    break;
                case XElement other:
                    Write(other, text);
                    break;
            }
        }
    }

    /// <summary><c>M:System.String.Trim(System.Char)</c> is Trim, <c>T:…List`1</c> is List.</summary>
    private static string NameIn(XElement link)
    {
        var name = (string?)link.Attribute("cref") ?? (string?)link.Attribute("langword") ?? (string?)link.Attribute("name") ?? (string?)link.Attribute("href") ?? "";
        if (link.Attribute("cref") is null)
        {
            return name;
        }

        var path = name.Split('(')[0];
        return path[(path.LastIndexOfAny(['.', ':']) + 1)..].Split('`')[0];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
