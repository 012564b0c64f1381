using System.Reflection;
using System.Runtime.InteropServices;

namespace PaperSharp.Jupyter.Protocol;

/// <summary>The functions of the system's libzmq that the kernel needs.</summary>
internal static unsafe partial class LibZmq
{
    public const int Pair = 0;
    public const int Pub = 1;
    public const int Rep = 4;
    public const int Router = 6;
    public const int Linger = 17;
    public const int SendHighWaterMark = 23;
    public const int ReceiveMore = 13;
    public const int DontWait = 1;
    public const int SendMore = 2;
    public const short PollIn = 1;

    private const string Library = "zmq";

    static LibZmq() => NativeLibrary.SetDllImportResolver(typeof(LibZmq).Assembly, Resolve);

    [LibraryImport(Library, EntryPoint = "zmq_ctx_new")]
    public static partial nint NewContext();

    [LibraryImport(Library, EntryPoint = "zmq_ctx_term")]
    public static partial int TerminateContext(nint context);

    [LibraryImport(Library, EntryPoint = "zmq_socket")]
    public static partial nint Socket(nint context, int type);

    [LibraryImport(Library, EntryPoint = "zmq_close")]
    public static partial int Close(nint socket);

    [LibraryImport(Library, EntryPoint = "zmq_bind", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Bind(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_connect", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Connect(nint socket, string endpoint);

    [LibraryImport(Library, EntryPoint = "zmq_setsockopt")]
    public static partial int SetOption(nint socket, int option, in int value, nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_getsockopt")]
    public static partial int GetOption(nint socket, int option, out int value, ref nuint size);

    [LibraryImport(Library, EntryPoint = "zmq_send")]
    public static partial int Send(nint socket, byte* buffer, nuint length, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_init")]
    public static partial int InitMessage(Message* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_recv")]
    public static partial int ReceiveMessage(Message* message, nint socket, int flags);

    [LibraryImport(Library, EntryPoint = "zmq_msg_data")]
    public static partial byte* MessageData(Message* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_size")]
    public static partial nuint MessageSize(Message* message);

    [LibraryImport(Library, EntryPoint = "zmq_msg_close")]
    public static partial int CloseMessage(Message* message);

    [LibraryImport(Library, EntryPoint = "zmq_poll")]
    public static partial int Poll(byte* items, int count, nint timeoutMilliseconds);

    [LibraryImport(Library, EntryPoint = "zmq_errno")]
    public static partial int Error();

    [LibraryImport(Library, EntryPoint = "zmq_strerror")]
    private static partial nint ErrorText(int error);

    public static string LastError() => Marshal.PtrToStringUTF8(ErrorText(Error())) ?? "unknown error";

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Library)
        {
            return 0;
        }

        foreach (var candidate in (string[])["libzmq.so.5", "libzmq.so", "libzmq.5.dylib", "libzmq.dylib", "libzmq.dll"])
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out var handle))
            {
                return handle;
            }
        }

        throw new DllNotFoundException("libzmq was not found. On Debian and Ubuntu: apt install libzmq5; on macOS: brew install zeromq.");
    }

    /// <summary>Room for a zmq_msg_t.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 64)]
    public struct Message
    {
        private long _alignment;
    }

    /// <summary>An array of zmq_pollitem_t that asks for input; its file descriptor is an int, on Windows a pointer.</summary>
    public static byte[] PollItemsOf(IReadOnlyList<nint> sockets)
    {
        var eventsOffset = sizeof(nint) + (OperatingSystem.IsWindows() ? sizeof(nint) : sizeof(int));
        var size = (eventsOffset + (2 * sizeof(short)) + sizeof(nint) - 1) / sizeof(nint) * sizeof(nint);
        var items = new byte[size * sockets.Count];
        for (var i = 0; i < sockets.Count; i++)
        {
            MemoryMarshal.Write(items.AsSpan(i * size), sockets[i]);
            MemoryMarshal.Write(items.AsSpan((i * size) + eventsOffset), PollIn);
        }

        return items;
    }
}
