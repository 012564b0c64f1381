using System.Net;
using System.Text;
using System.Text.Json;

namespace PaperSharp.Jupyter.Protocol;

/// <summary>Where and how a front end wants to talk, from the file that it hands to the kernel.</summary>
internal sealed record ConnectionFile(string Transport, string Address, int Shell, int Control, int Stdin, int IOPub, int Heartbeat, byte[] Key)
{
    /// <exception cref="InvalidDataException">The file is missing, or not a connection file.</exception>
    public static ConnectionFile Load(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            var root = document.RootElement;
            var scheme = Text("signature_scheme", "hmac-sha256");
            if (scheme != "hmac-sha256")
            {
                throw new InvalidDataException($"{path}: signature scheme '{scheme}' is not supported, only hmac-sha256.");
            }

            var transport = Text("transport", "tcp");
            var address = Text("ip", IPAddress.Loopback.ToString());
            address = address == "localhost" ? IPAddress.Loopback.ToString() : address;
            if (transport == "tcp" && !(IPAddress.TryParse(address, out var ip) && IPAddress.IsLoopback(ip)))
            {
                throw new InvalidDataException($"{path} asks the kernel to listen on {address}. A kernel runs whatever it is sent, so it listens on this machine's loopback address only; let the front end use 127.0.0.1, through an SSH tunnel if it is elsewhere.");
            }

            return new ConnectionFile(
                transport,
                address,
                Port("shell_port"),
                Port("control_port"),
                Port("stdin_port"),
                Port("iopub_port"),
                Port("hb_port"),
                Encoding.UTF8.GetBytes(Text("key", "")));

            string Text(string name, string otherwise) =>
                root.TryGetProperty(name, out var value) ? value.GetString() ?? otherwise : otherwise;

            int Port(string name) => root.GetProperty(name).GetInt32();
        }
        catch (Exception exception) when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path} is not a Jupyter connection file: {exception.Message} Let Jupyter start the kernel, or pass the file it wrote.", exception);
        }
    }

    public string Endpoint(int port) => Transport == "ipc" ? $"ipc://{Address}-{port}" : $"{Transport}://{Address}:{port}";
}
