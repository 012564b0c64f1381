using System.Text.Json.Nodes;

namespace PaperSharp.Jupyter.Protocol;

/// <summary>The sockets of the protocol on which messages travel.</summary>
internal enum Channel
{
    Shell,
    Control,
    Stdin,
    IOPub,
}

/// <summary>A message of the Jupyter protocol. <see cref="Header"/> is kept as it came, to be the parent of the answers.</summary>
internal sealed record JupyterMessage(IReadOnlyList<byte[]> Identities, JsonObject Header, JsonObject ParentHeader, JsonObject Metadata, JsonObject Content)
{
    public string Type => (string?)Header["msg_type"] ?? "";
}
