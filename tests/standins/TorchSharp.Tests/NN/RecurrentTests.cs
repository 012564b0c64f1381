using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.NN;

/// <summary>Networks over sequences against their cells, step by step.</summary>
public class RecurrentTests
{
    private const double Tolerance = 1e-12;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void LSTM_TwoLayers_EqualsItsCellsStepByStep(bool batchFirst)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (time, batch, inputs, hidden) = (6, 3, 4, 5);
        var lstm = nn.LSTM(inputs, hidden, numLayers: 2, batchFirst: batchFirst, dtype: float64);
        var x = randn(time, batch, inputs, dtype: float64);
        var (h0, c0) = (randn(2, batch, hidden, dtype: float64), randn(2, batch, hidden, dtype: float64));

        var (output, lastHidden, lastCell) = lstm.call(batchFirst ? x.transpose(0, 1) : x, (h0, c0));

        var sequence = x.unbind(0);
        for (var layer = 0; layer < 2; layer++)
        {
            var cell = nn.LSTMCell(layer == 0 ? inputs : hidden, hidden, dtype: float64);
            CopyLayer(lstm, cell, layer);
            var (h, c) = (h0.select(0, layer), c0.select(0, layer));
            for (var t = 0; t < time; t++)
            {
                (h, c) = cell.call(sequence[t], (h, c));
                sequence[t] = h;
            }

            Values.Close(Values.Of(h), lastHidden.select(0, layer), Tolerance);
            Values.Close(Values.Of(c), lastCell.select(0, layer), Tolerance);
        }

        Values.Close(Values.Of(stack(sequence)), batchFirst ? output.transpose(0, 1) : output, Tolerance);
    }

    [Fact]
    public void GRU_BothDirections_EqualsCellsForwardAndBackward()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        var gru = nn.GRU(3, 4, bidirectional: true, dtype: float64);
        var x = randn(5, 2, 3, dtype: float64);

        var (output, last) = gru.call(x);

        Assert.Equal([5, 2, 8], output.shape);
        foreach (var (suffix, direction) in new[] { ("", 0), ("_reverse", 1) })
        {
            var cell = nn.GRUCell(3, 4, dtype: float64);
            CopyLayer(gru, cell, 0, suffix);
            var h = zeros(2, 4, dtype: float64);
            for (var step = 0; step < 5; step++)
            {
                var t = direction == 0 ? step : 4 - step;
                h = cell.call(x.select(0, t), h);
                Values.Close(Values.Of(h), output.select(0, t).narrow(1, 4 * direction, 4), Tolerance);
            }

            Values.Close(Values.Of(h), last.select(0, direction), Tolerance);
        }
    }

    [Fact]
    public void RNN_UnbatchedSequence_EqualsBatchOfOne()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var rnn = nn.RNN(3, 4, nonLinearity: nn.NonLinearities.ReLU, dtype: float64);
        var x = randn(5, 3, dtype: float64);

        var (output, last) = rnn.call(x);
        var (expected, expectedLast) = rnn.call(x.unsqueeze(1));

        Assert.Equal([5, 4], output.shape);
        Values.Close(Values.Of(expected), output, Tolerance);
        Values.Close(Values.Of(expectedLast), last, Tolerance);
    }

    [Fact]
    public void LSTM_Parameters_HavePyTorchsNames()
    {
        using var lstm = nn.LSTM(2, 3, numLayers: 2, bidirectional: true);

        Assert.Equal(
            ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0",
             "weight_ih_l0_reverse", "weight_hh_l0_reverse", "bias_ih_l0_reverse", "bias_hh_l0_reverse"],
            lstm.named_parameters().Select(named => named.name).Take(8));
        Assert.Equal([12, 6], lstm.get_parameter("weight_ih_l1_reverse")!.shape);
    }

    private static void CopyLayer(nn.Module from, nn.Module to, int layer, string suffix = "") =>
        to.load_state_dict(to.state_dict().Keys.ToDictionary(name => name, name => (Tensor)from.get_parameter($"{name}_l{layer}{suffix}")!));
}
