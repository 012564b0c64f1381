using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;
using static TorchSharp.torch;

namespace PaperSharp;

/// <summary>How notebooks show tensors, and the matrices and vectors of MathNet.</summary>
public static class ValueFormatters
{
    /// <summary>Registers the formatters. A tensor inside another value is shown by its dtype, shape and device only.</summary>
    public static void Register()
    {
        Formatter.Register<Tensor>((tensor, context) => Write(context, context.Depth > 1 ? TensorView.Title(tensor) : TensorView.Text(tensor)));
        Formatter.Register<Tensor>((tensor, context) => Write(context, context.Depth > 1 ? TensorView.Title(tensor) : TensorView.Html(tensor)), "text/html");
        Formatter.SetPreferredMimeTypesFor(typeof(Tensor), "text/html", "text/plain");

        Formatter.Register<Matrix<double>>(matrix => MatrixView.Text(matrix, x => x));
        Formatter.Register<Matrix<float>>(matrix => MatrixView.Text(matrix, x => x));
        Formatter.Register<Vector<double>>(vector => MatrixView.Text(vector, x => x));
        Formatter.Register<Vector<float>>(vector => MatrixView.Text(vector, x => x));
    }

    private static bool Write(FormatContext context, string text)
    {
        context.Writer.Write(text);
        return true;
    }
}
