using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>What a custom function does, whatever the number of its results.</summary>
internal interface IManagedFunction
{
    string Name { get; }

    List<Tensor> Forward(autograd.AutogradContext context, object[] arguments);

    List<Tensor> Backward(autograd.AutogradContext context, List<Tensor> gradients);
}

/// <summary>The managed half of a custom function's node in the graph; the native half owns it.</summary>
internal sealed unsafe class ManagedNode : IDisposable
{
    private readonly IManagedFunction _function;
    private readonly autograd.AutogradContext _context = new();
    private readonly bool[] _isTensor;
    private readonly List<Tensor> _inputs = [];
    private readonly int _tensorCount;

    [ThreadStatic]
    private static MessageBuffer? s_message;

    private ManagedNode(IManagedFunction function, object[] arguments)
    {
        _function = function;
        _isTensor = Array.ConvertAll(arguments, argument => argument is Tensor);
        foreach (var argument in arguments)
        {
            if (argument is Tensor tensor) _inputs.Add(tensor);
            else if (argument is IEnumerable<Tensor> tensors) _inputs.AddRange(tensors);
        }

        _tensorCount = _inputs.Count;
    }

    internal static List<Tensor> Apply(IManagedFunction function, object[] arguments)
    {
        var node = new ManagedNode(function, arguments);
        List<Tensor> outputs;
        using (no_grad()) outputs = function.Forward(node._context, arguments);
        return node.Record(outputs);
    }

    public void Dispose() => _context.Dispose();

    private List<Tensor> Record(List<Tensor> outputs)
    {
        var context = _context;
        var results = new nint[outputs.Count];
        var managed = new Callbacks
        {
            State = GCHandle.ToIntPtr(GCHandle.Alloc(this)),
            Backward = &RunBackward,
            Release = &Release,
        };
        var name = Marshal.StringToCoTaskMemUTF8(_function.Name);
        try
        {
            fixed (nint* inputs = Handles(_inputs))
            fixed (nint* raw = Handles(outputs))
            fixed (nint* constant = Handles(context.NonDifferentiable))
            fixed (nint* dirty = Handles(context.Dirty))
            fixed (nint* saved = Handles(context.ToSave))
            fixed (nint* wrapped = results)
            {
                Errors.Check(Native.ts_function_wrap(
                    (byte*)name, &managed, context.MaterializeGrads, inputs, _inputs.Count, raw, outputs.Count, constant,
                    context.NonDifferentiable.Count, dirty, context.Dirty.Count, saved, context.ToSave.Count, wrapped));
            }
        }
        finally
        {
            Marshal.FreeCoTaskMem(name);
        }

        // From here on the native half keeps what backward needs: holding on to it here would be a cycle.
        GC.KeepAlive(outputs);
        _inputs.Clear();
        context.save_for_backward([]);
        context.mark_dirty([]);
        context.mark_non_differentiable([]);
        return [.. outputs.Select((output, i) => Same(output, results[i]))];
    }

    /// <summary>The tensor that forward returned, unless the graph needs another in its place (a view of an input).</summary>
    private static Tensor Same(Tensor output, nint wrapped)
    {
        if (output.Handle != wrapped) return new Tensor(wrapped);
        Native.ts_tensor_release(wrapped);
        return output;
    }

    private static nint[] Handles(List<Tensor> tensors) => [.. tensors.Select(tensor => tensor?.Handle ?? 0)];

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static long RunBackward(nint state, nint node, nint* gradients, int count, nint* results, byte** message)
    {
        try
        {
            ((ManagedNode)GCHandle.FromIntPtr(state).Target!).Backward(node, gradients, count, results);
            return 0;
        }
#pragma warning disable CA1031 // No exception may pass through native frames: it goes round them.
        catch (Exception error)
#pragma warning restore CA1031
        {
            *message = (s_message ??= new MessageBuffer()).Keep(error.Message);
            return GCHandle.ToIntPtr(GCHandle.Alloc(error));
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Release(nint state)
    {
        var handle = GCHandle.FromIntPtr(state);
        ((ManagedNode)handle.Target!).Dispose();
        handle.Free();
    }

    private void Backward(nint node, nint* gradients, int count, nint* results)
    {
        using var scope = NewDisposeScope();
        var given = new List<Tensor>(count);
        for (var i = 0; i < count; i++) given.Add(gradients[i] == 0 ? null! : new Tensor(gradients[i]));
        List<Tensor> found;
        lock (_context)
        {
            _context.Node = node;
            try
            {
                found = _function.Backward(_context, given);
            }
            finally
            {
                _context.Node = 0;
            }
        }

        var next = 0;
        foreach (var gradient in ForInputs(found)) results[next++] = gradient is null ? 0 : Native.ts_tensor_alias(gradient.Handle);
    }

    /// <summary>Of one gradient per argument, those of the tensors; or of one per tensor, all.</summary>
    private IEnumerable<Tensor?> ForInputs(List<Tensor> gradients)
    {
        if (gradients.Count == _isTensor.Length && _isTensor.Count(isTensor => isTensor) == _tensorCount)
            return gradients.Where((_, i) => _isTensor[i]);
        if (gradients.Count == _tensorCount) return gradients;
        throw new InvalidOperationException(
            $"{_function.Name}.backward returned {gradients.Count} gradients for {_isTensor.Length} arguments of forward: return one for each, null where there is none.");
    }

    [StructLayout(LayoutKind.Sequential)]
    internal struct Callbacks
    {
        internal nint State;
        internal delegate* unmanaged[Cdecl]<nint, nint, nint*, int, nint*, byte**, long> Backward;
        internal delegate* unmanaged[Cdecl]<nint, void> Release;
    }

    /// <summary>Native memory for one message, freed with the next or with its thread.</summary>
    private sealed class MessageBuffer
    {
        private nint _text;

        ~MessageBuffer() => Marshal.FreeCoTaskMem(_text);

        internal byte* Keep(string message)
        {
            Marshal.FreeCoTaskMem(_text);
            _text = Marshal.StringToCoTaskMemUTF8(message);
            return (byte*)_text;
        }
    }
}
