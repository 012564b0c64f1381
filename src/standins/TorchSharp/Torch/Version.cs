using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of libtorch that runs underneath, such as <c>1.13.1</c>.</summary>
    public static unsafe string __version__ => Marshal.PtrToStringUTF8((nint)Native.ts_version())!;
}
