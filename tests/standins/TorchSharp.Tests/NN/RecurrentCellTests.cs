using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>The cells against the formulas of their papers, written out over doubles.</summary>
public class RecurrentCellTests
{
    private const double Tolerance = 1e-12;
    private const int Batch = 3;
    private const int Inputs = 5;
    private const int Hidden = 4;

    [Fact]
    public void LSTMCell_RandomState_EqualsGateFormulas()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var cell = nn.LSTMCell(Inputs, Hidden, dtype: float64);
        var (x, h, c) = (randn(Batch, Inputs, dtype: float64), randn(Batch, Hidden, dtype: float64), randn(Batch, Hidden, dtype: float64));

        var (nextHidden, nextCell) = cell.call(x, (h, c));

        var input = Affine(x, cell.weight_ih, cell.bias_ih!);
        var state = Affine(h, cell.weight_hh, cell.bias_hh!);
        var previous = Values.Of(c);
        var (expectedHidden, expectedCell) = (new double[Batch * Hidden], new double[Batch * Hidden]);
        for (var n = 0; n < Batch; n++)
        {
            for (var k = 0; k < Hidden; k++)
            {
                double Gate(int gate) => input[n, (gate * Hidden) + k] + state[n, (gate * Hidden) + k];
                var at = (n * Hidden) + k;
                expectedCell[at] = (Sigmoid(Gate(1)) * previous[at]) + (Sigmoid(Gate(0)) * Math.Tanh(Gate(2)));
                expectedHidden[at] = Sigmoid(Gate(3)) * Math.Tanh(expectedCell[at]);
            }
        }

        Values.Close(expectedHidden, nextHidden, Tolerance);
        Values.Close(expectedCell, nextCell, Tolerance);
    }

    [Fact]
    public void LSTMCell_WithoutState_StartsFromZeros()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var cell = nn.LSTMCell(Inputs, Hidden, dtype: float64);
        var x = randn(Batch, Inputs, dtype: float64);
        var zero = zeros(Batch, Hidden, dtype: float64);

        var (hidden, state) = cell.call(x);
        var (expectedHidden, expectedState) = cell.call(x, (zero, zero));

        Assert.Equal(Values.Of(expectedHidden), Values.Of(hidden));
        Assert.Equal(Values.Of(expectedState), Values.Of(state));
    }

    [Fact]
    public void LSTMCell_UnbatchedInput_EqualsBatchOfOne()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var cell = nn.LSTMCell(Inputs, Hidden, dtype: float64);
        var (x, h, c) = (randn(Inputs, dtype: float64), randn(Hidden, dtype: float64), randn(Hidden, dtype: float64));

        var (hidden, _) = cell.call(x, (h, c));
        var (expected, _) = cell.call(x.unsqueeze(0), (h.unsqueeze(0), c.unsqueeze(0)));

        Assert.Equal([Hidden], hidden.shape);
        Assert.Equal(Values.Of(expected), Values.Of(hidden));
    }

    [Fact]
    public void GRUCell_RandomState_EqualsGateFormulas()
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var cell = nn.GRUCell(Inputs, Hidden, dtype: float64);
        var (x, h) = (randn(Batch, Inputs, dtype: float64), randn(Batch, Hidden, dtype: float64));

        var input = Affine(x, cell.weight_ih, cell.bias_ih!);
        var state = Affine(h, cell.weight_hh, cell.bias_hh!);
        var previous = Values.Of(h);
        var expected = new double[Batch * Hidden];
        for (var n = 0; n < Batch; n++)
        {
            for (var k = 0; k < Hidden; k++)
            {
                var reset = Sigmoid(input[n, k] + state[n, k]);
                var update = Sigmoid(input[n, Hidden + k] + state[n, Hidden + k]);
                var candidate = Math.Tanh(input[n, (2 * Hidden) + k] + (reset * state[n, (2 * Hidden) + k]));
                var at = (n * Hidden) + k;
                expected[at] = ((1 - update) * candidate) + (update * previous[at]);
            }
        }

        Values.Close(expected, cell.call(x, h), Tolerance);
    }

    [Theory]
    [InlineData(nn.NonLinearities.Tanh)]
    [InlineData(nn.NonLinearities.ReLU)]
    public void RNNCell_RandomState_EqualsFormula(nn.NonLinearities nonlinearity)
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        var cell = nn.RNNCell(Inputs, Hidden, nonlinearity, dtype: float64);
        var (x, h) = (randn(Batch, Inputs, dtype: float64), randn(Batch, Hidden, dtype: float64));

        var input = Affine(x, cell.weight_ih, cell.bias_ih!);
        var state = Affine(h, cell.weight_hh, cell.bias_hh!);
        var expected = new double[Batch * Hidden];
        for (var at = 0; at < expected.Length; at++)
        {
            var sum = input[at / Hidden, at % Hidden] + state[at / Hidden, at % Hidden];
            expected[at] = nonlinearity == nn.NonLinearities.Tanh ? Math.Tanh(sum) : Math.Max(0, sum);
        }

        Values.Close(expected, cell.call(x, h), Tolerance);
    }

    [Fact]
    public void Cells_Parameters_HavePyTorchsNamesAndShapes()
    {
        using var lstm = nn.LSTMCell(Inputs, Hidden);
        using var gru = nn.GRUCell(Inputs, Hidden, bias: false);

        Assert.Equal(
            ["weight_ih 16x5", "weight_hh 16x4", "bias_ih 16", "bias_hh 16"],
            lstm.named_parameters().Select(named => $"{named.name} {string.Join('x', named.parameter.shape)}"));
        Assert.Equal(["weight_ih", "weight_hh"], gru.named_parameters().Select(named => named.name));
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double[,] Affine(Tensor x, Parameter weight, Parameter bias)
    {
        var (rows, inputs, outputs) = ((int)x.shape[0], (int)x.shape[1], (int)weight.shape[0]);
        var (values, weights, shifts) = (Values.Of(x), Values.Of(weight), Values.Of(bias));
        var result = new double[rows, outputs];
        for (var n = 0; n < rows; n++)
        {
            for (var k = 0; k < outputs; k++)
            {
                result[n, k] = shifts[k] + Enumerable.Range(0, inputs).Sum(j => weights[(k * inputs) + j] * values[(n * inputs) + j]);
            }
        }

        return result;
    }
}
