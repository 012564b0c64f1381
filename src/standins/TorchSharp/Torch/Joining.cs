using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Ops.cat.Call(Arg.List(tensors), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Ops.cat.Call(tensors, dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.cat.Call(tensors, dim);

    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Ops.cat.Call(Arg.List(tensors), dim);

    public static Tensor concat(Tensor[] tensors, long dim = 0) => Ops.cat.Call(tensors, dim);

    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Ops.cat.Call(tensors, dim);

    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => Ops.cat.Call(Arg.List(tensors), axis);

    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => Ops.cat.Call(tensors, axis);

    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => Ops.cat.Call(tensors, axis);

    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Ops.stack.Call(Arg.List(tensors), dim);

    public static Tensor column_stack(IList<Tensor> tensors) => Ops.column_stack.Call(Arg.List(tensors));

    public static Tensor column_stack(params Tensor[] tensors) => Ops.column_stack.Call(tensors);

    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Ops.column_stack.Call(tensors);

    public static Tensor row_stack(IList<Tensor> tensors) => Ops.row_stack.Call(Arg.List(tensors));

    public static Tensor row_stack(params Tensor[] tensors) => Ops.row_stack.Call(tensors);

    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => Ops.row_stack.Call(tensors);

    public static Tensor hstack(IList<Tensor> tensors) => Ops.hstack.Call(Arg.List(tensors));

    public static Tensor hstack(params Tensor[] tensors) => Ops.hstack.Call(tensors);

    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Ops.hstack.Call(tensors);

    public static Tensor hstack(IEnumerable<Tensor> tensors) => Ops.hstack.Call(Arg.List(tensors));

    public static Tensor vstack(IList<Tensor> tensors) => Ops.vstack.Call(Arg.List(tensors));

    public static Tensor vstack(Tensor[] tensors) => Ops.vstack.Call(tensors);

    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Ops.vstack.Call(tensors);

    public static Tensor dstack(IList<Tensor> tensors) => Ops.dstack.Call(Arg.List(tensors));

    public static Tensor dstack(params Tensor[] tensors) => Ops.dstack.Call(tensors);

    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Ops.dstack.Call(tensors);

    public static Tensor dstack(IEnumerable<Tensor> tensors) => Ops.dstack.Call(Arg.List(tensors));

    public static Tensor cartesian_prod(IList<Tensor> tensors) => Ops.cartesian_prod.Call(Arg.List(tensors));

    public static Tensor cartesian_prod(params Tensor[] tensors) => Ops.cartesian_prod.Call(tensors);

    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => Ops.cartesian_prod.Call(tensors);

    public static Tensor block_diag(params Tensor[] tensors) => Tensor.block_diag(tensors);

    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors) => Ops.broadcast_tensors.CallList(tensors);

    /// <summary>The shape that tensors of these shapes have in common after broadcasting.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var common = new long[shapes.Length == 0 ? 0 : shapes.Max(shape => shape.Length)];
        Array.Fill(common, 1);
        foreach (var shape in shapes)
        {
            var offset = common.Length - shape.Length;
            for (var axis = 0; axis < shape.Length; axis++)
            {
                ref var size = ref common[offset + axis];
                if (size == 1) size = shape[axis];
                else if (shape[axis] != 1 && shape[axis] != size)
                    throw new ArgumentException($"Shapes cannot be broadcast: sizes {size} and {shape[axis]} in one dimension.", nameof(shapes));
            }
        }

        return new Size(common);
    }

    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Ops.atleast_1d_list.CallList(input);

    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Ops.atleast_2d_list.CallList(input);

    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Ops.atleast_3d_list.CallList(input);

    /// <param name="tensors">Coordinates along each axis: one-dimensional tensors.</param>
    /// <param name="indexing">"ij" for rows first, "xy" for columns first.</param>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Ops.meshgrid.CallList(Arg.List(tensors), indexing);

    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Ops.where_self.Call(condition, x, y);

    public static Tensor einsum(string equation, params Tensor[] tensors) => Ops.einsum.Call(equation, tensors);
}
