using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Applies a list of indices: views for whatever is a view, and what remains (integer and Boolean tensors) for
/// libtorch's <c>index</c> and <c>index_put_</c>.
/// </summary>
internal sealed class Indexer : IDisposable
{
    private readonly List<Tensor> _temporaries = [];
    private readonly List<Tensor?> _gathered = [];
    private Tensor _view;

    private Indexer(Tensor source) => _view = source;

    internal static Tensor Get(Tensor source, ReadOnlySpan<TensorIndex> indices)
    {
        using var indexer = new Indexer(source);
        indexer.Apply(indices);
        return indexer._gathered.Count > 0
            ? Ops.index_Tensor.Call(indexer._view, indexer._gathered.ToArray())
            : Ops.alias.Call(indexer._view);
    }

    internal static void Put(Tensor target, ReadOnlySpan<TensorIndex> indices, Tensor value, bool accumulate = false)
    {
        using var indexer = new Indexer(target);
        indexer.Apply(indices);
        indexer.Write(value, accumulate);
    }

    public void Dispose()
    {
        foreach (var tensor in _temporaries) tensor.Dispose();
    }

    private void Apply(ReadOnlySpan<TensorIndex> indices)
    {
        long rank = _view.dim();
        long taken = 0;
        foreach (var index in indices) taken += Width(index);
        if (taken > rank) throw new ArgumentException($"Too many indices, {taken}, for a tensor of {rank} dimensions.", nameof(indices));

        long dim = 0;
        foreach (var index in indices)
        {
            switch (index.Kind)
            {
                case IndexKind.Single:
                    Next(Ops.select_int.Call(_view, dim, index.Start));
                    break;
                case IndexKind.Slice:
                    if (index.Start is not null || index.Stop is not null || index.Step is not null)
                        Next(Ops.slice_Tensor.Call(_view, dim, index.Start, index.Stop, index.Step ?? 1));
                    dim++;
                    break;
                case IndexKind.Ellipsis:
                    dim += rank - taken;
                    break;
                case IndexKind.None:
                    Next(Ops.unsqueeze.Call(_view, dim++));
                    break;
                case IndexKind.Bool:
                    Next(Ops.unsqueeze.Call(_view, dim));
                    Gather(Own(index.Start == 1 ? zeros(1, ScalarType.Int64) : empty(0, ScalarType.Int64)), dim++);
                    break;
                default:
                    dim = Gather(index.Mask!, dim, rank);
                    break;
            }
        }
    }

    /// <summary>How many dimensions of the tensor an index uses up.</summary>
    private static long Width(TensorIndex index) => index.Kind switch
    {
        IndexKind.Single or IndexKind.Slice => 1,
        IndexKind.Tensor => IsMask(index.Mask!) ? index.Mask!.dim() : 1,
        _ => 0,
    };

    private static bool IsMask(Tensor tensor) => tensor.dtype is ScalarType.Bool or ScalarType.Byte;

    private long Gather(Tensor index, long dim, long rank)
    {
        if (!IsMask(index))
        {
            Gather(Own(index.dtype == ScalarType.Int64 ? index.alias() : index.to_type(ScalarType.Int64)), dim);
            return dim + 1;
        }

        if (index.dim() == 0)
        {
            Next(Ops.unsqueeze.Call(_view, dim));
            Gather(Own(index.ToBoolean() ? zeros(1, ScalarType.Int64) : empty(0, ScalarType.Int64)), dim);
            return dim + 1;
        }

        // A mask of k dimensions stands for k lists of positions, so that what follows it finds its own dimension.
        var sizes = _view.shape;
        var wanted = index.shape;
        for (var axis = 0; axis < wanted.Length; axis++)
        {
            if (sizes[dim + axis] != wanted[axis])
            {
                throw new ArgumentException(
                    $"The mask's shape [{string.Join(", ", wanted)}] does not fit the tensor's [{string.Join(", ", sizes)}] from dimension {dim} on.");
            }
        }

        foreach (var positions in index.nonzero_as_list()) Gather(Own(positions), dim++);
        return dim;
    }

    private void Gather(Tensor index, long dim)
    {
        while (_gathered.Count < dim) _gathered.Add(null);
        _gathered.Add(index);
    }

    private void Write(Tensor value, bool accumulate)
    {
        var fitting = Own(value.to(_view.dtype, value.dim() == 0 && _gathered.Count > 0 ? value.device : _view.device), value);
        if (_gathered.Count > 0)
        {
            Ops.index_put_.Run(_view, _gathered.ToArray(), fitting, accumulate);
            return;
        }

        if (accumulate)
        {
            Ops.add__Tensor.Run(_view, fitting);
            return;
        }

        // Leading dimensions of size 1 do not count, as with NumPy's assignment.
        while (fitting.dim() > _view.dim() && fitting.size(0) == 1) fitting = Own(Ops.squeeze_dim.Call(fitting, 0));
        Ops.copy_.Run(_view, fitting);
    }

    private void Next(Tensor view) => _view = Own(view);

    private Tensor Own(Tensor tensor, Tensor? unless = null)
    {
        if (!ReferenceEquals(tensor, unless)) _temporaries.Add(tensor);
        return tensor;
    }
}
