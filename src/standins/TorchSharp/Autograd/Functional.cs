namespace TorchSharp;

public static partial class torch
{
    public static partial class autograd
    {
        public static class functional
        {
            /// <summary>All derivatives of every output by every input: for output [m…] and input [n…], shape [m…, n…].</summary>
            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor[]> function, params Tensor[] inputs)
            {
                using var scope = NewDisposeScope();
                var points = Array.ConvertAll(inputs, input => input.detach().requires_grad_());
                Tensor[] outputs;
                using (enable_grad()) outputs = function(points);
                var jacobians = new List<Tensor>();
                foreach (var output in outputs)
                    jacobians.AddRange(Of(output, points).Select(jacobian => jacobian.MoveToOuterDisposeScope()));
                return jacobians;
            }

            public static Tensor jacobian(Func<Tensor, Tensor> function, Tensor inputs) =>
                jacobian(points => [function(points[0])], [inputs]).Single();

            public static IEnumerable<Tensor> jacobian(Func<Tensor, Tensor[]> function, Tensor inputs) =>
                jacobian(points => function(points[0]), [inputs]);

            public static IEnumerable<Tensor> jacobian(Func<Tensor[], Tensor> function, params Tensor[] inputs) =>
                jacobian(points => [function(points)], inputs);

            private static IEnumerable<Tensor> Of(Tensor output, Tensor[] points)
            {
                var flat = output.reshape(-1);
                var rows = new List<Tensor>[points.Length];
                for (var i = 0; i < points.Length; i++) rows[i] = [];
                for (long k = 0; k < flat.numel(); k++)
                {
                    var gradients = grad([flat[k]], points, retain_graph: true, allow_unused: true);
                    for (var i = 0; i < points.Length; i++) rows[i].Add(gradients[i] ?? points[i].zeros_like());
                }

                return points.Select((point, i) => stack(rows[i]).reshape([.. output.shape, .. point.shape]));
            }
        }
    }
}
