using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Turns the native layer's failures into exceptions.</summary>
internal static class Errors
{
    /// <summary>Throws what the last failed native call on this thread reported.</summary>
    /// <exception cref="ExternalException">libtorch's message, without its C++ stack.</exception>
    internal static unsafe void Throw()
    {
        var id = Native.ts_last_managed_error();
        if (id != 0)
        {
            var handle = GCHandle.FromIntPtr((nint)id);
            var thrown = (Exception)handle.Target!;
            handle.Free();
            ExceptionDispatchInfo.Throw(thrown);
        }

#pragma warning disable CA2201 // The exception that TorchSharp throws.
        throw new ExternalException(Marshal.PtrToStringUTF8((nint)Native.ts_last_error()));
#pragma warning restore CA2201
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Check(int status)
    {
        if (status != 0) Throw();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Check(nint handle)
    {
        if (handle == 0) Throw();
        return handle;
    }
}
