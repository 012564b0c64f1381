using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Fills tensors in place, without a trace in autograd, and returns them.</summary>
        public static partial class init
        {
            public enum FanInOut
            {
                FanIn,
                FanOut,
            }

            public enum NonlinearityType
            {
                Linear,
                Conv1D,
                Conv2D,
                Conv3D,
                ConvTranspose1D,
                ConvTranspose2D,
                ConvTranspose3D,
                Sigmoid,
                Tanh,
                ReLU,
                LeakyReLU,
            }

            /// <summary>
            /// The factor by which a nonlinearity needs the deviation of the weights before it raised. Only LeakyReLU
            /// has a param: its negative slope.
            /// </summary>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3.0,
                NonlinearityType.ReLU => Math.Sqrt(2.0),
                NonlinearityType.LeakyReLU => Math.Sqrt(2.0 / (1 + (param * param))),
                _ => 1,
            };

            public static Tensor ones_(Tensor tensor) => Fill(tensor, t => t.fill_(1));

            public static Tensor zeros_(Tensor tensor) => Fill(tensor, t => t.zero_());

            public static Tensor constant_(Tensor tensor, Scalar val) => Fill(tensor, t => t.fill_(val));

            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null) =>
                Fill(tensor, t => t.uniform_(low, high, generator));

            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null) =>
                Fill(tensor, t => t.normal_(mean, std, generator));

            /// <summary>A normal distribution cut off outside [a, b].</summary>
            public static Tensor trunc_normal_(Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                // The inverse of the distribution function at uniform points; erfinv of 2Φ − 1 is that inverse over √2.
                var low = 2 * NormalDistribution((a - mean) / std) - 1;
                var high = 2 * NormalDistribution((b - mean) / std) - 1;
                return Fill(tensor, t => t.uniform_(low, high, generator).erfinv_().mul_(std * Math.Sqrt(2)).add_(mean).clamp_(a, b));
            }

            /// <summary>Ones on the diagonal of a matrix, zeros elsewhere.</summary>
            /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
            public static Tensor eye_(Tensor tensor)
            {
                RequireDimensions(tensor, 2, 2);
                return Fill(tensor, t =>
                {
                    using var identity = eye(t.shape[0], t.shape[1], t.dtype, t.device);
                    t.copy_(identity);
                });
            }

            /// <summary>A convolution's weight that passes the first channels through unchanged.</summary>
            /// <exception cref="ArgumentException">The tensor is no weight of a convolution.</exception>
            public static Tensor dirac_(Tensor tensor)
            {
                RequireDimensions(tensor, 3, 5);
                return Fill(tensor, t =>
                {
                    t.zero_();
                    var shape = t.shape;
                    for (var channel = 0L; channel < Math.Min(shape[0], shape[1]); channel++)
                    {
                        using var scope = NewDisposeScope();
                        var centre = t.select(0, channel).select(0, channel);
                        for (var dim = 2; dim < shape.Length; dim++)
                        {
                            centre = centre.select(0, shape[dim] / 2);
                        }

                        centre.fill_(1);
                    }
                });
            }

            /// <summary>Orthonormal rows or columns, whichever are fewer, times the gain (Saxe et al. 2013).</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1)
            {
                RequireDimensions(tensor, 2, int.MaxValue);
                return Fill(tensor, t =>
                {
                    var rows = t.shape[0];
                    var columns = t.numel() / rows;
                    var drawn = randn(rows, columns, dtype: t.dtype, device: t.device);
                    var (q, r) = Ops.linalg_qr.Call2(rows < columns ? drawn.t() : drawn);

                    // The sign of R's diagonal makes the distribution uniform over the orthogonal matrices.
                    q = q.mul(r.diagonal().sign());
                    t.copy_((rows < columns ? q.t() : q).reshape(t.shape)).mul_(gain);
                });
            }

            /// <summary>A matrix of normal numbers in which that fraction of each column is zero.</summary>
            /// <exception cref="ArgumentException">The tensor is no matrix.</exception>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                RequireDimensions(tensor, 2, 2);
                return Fill(tensor, t =>
                {
                    var (rows, columns) = (t.shape[0], t.shape[1]);
                    var zeros = (long)Math.Ceiling(sparsity * rows);
                    t.normal_(0, std);
                    for (var column = 0L; column < columns; column++)
                    {
                        using var scope = NewDisposeScope();
                        t.select(1, column).index_fill_(0, randperm(rows, device: t.device).slice(0, 0, zeros, 1), 0);
                    }
                });
            }

            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>How many inputs a unit sums over, and how many units an input feeds.</summary>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2)
                {
                    throw new ArgumentException("Fan in and fan out can not be computed for tensor with fewer than 2 dimensions");
                }

                var receptiveField = shape.AsSpan(2).ToArray().Aggregate(1L, (product, size) => product * size);
                return (shape[1] * receptiveField, shape[0] * receptiveField);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double NormalDistribution(double x)
            {
                using var value = torch.tensor(x / Math.Sqrt(2), ScalarType.Float64);
                using var erf = value.erf();
                return 0.5 * (1 + erf.item<double>());
            }

            private static void RequireDimensions(Tensor tensor, int least, int most)
            {
                if (tensor.Dimensions < least || tensor.Dimensions > most)
                {
                    throw new ArgumentException(
                        $"The tensor must have {(most == least ? $"{least}" : most == int.MaxValue ? $"at least {least}" : $"{least} to {most}")} dimensions, not {tensor.Dimensions}.",
                        nameof(tensor));
                }
            }

            private static Tensor Fill(Tensor tensor, Action<Tensor> fill)
            {
                using var noGrad = no_grad();
                using var scope = NewDisposeScope();
                fill(tensor);
                return tensor;
            }
        }
    }
}
