using static TorchSharp.torch;

namespace PaperSharp.Numerics;

/// <summary>
/// How well two groupings of the same things agree, whatever the groups are called: 1 when they are the same, about 0 when one
/// is drawn at random. Adjusted mutual information (Vinh, Epps and Bailey 2010),
/// (I(U, V) − E[I]) / (N(H(U), H(V)) − E[I]), where E[I] is the mean mutual information of all groupings with groups of the
/// same sizes (their equation 24a) and N the normaliser. In nats throughout; a ratio, so that the unit does not matter.
/// </summary>
public static class AdjustedMutualInformation
{
    /// <summary>Scores two groupings.</summary>
    /// <param name="truth">The group of each thing.</param>
    /// <param name="found">The group of each thing in the other grouping; exchanging the two changes nothing.</param>
    /// <param name="normaliser">
    /// The mean of the two entropies, as scikit-learn has it since version 0.22; older versions, and papers that used them, have
    /// the larger entropy, which gives scores nearer to 0.
    /// </param>
    /// <returns>At most 1; 1 also where both groupings have a single group or there is nothing to group, 0 where only one has.</returns>
    /// <exception cref="ArgumentException">There are more labels in one than in the other.</exception>
    public static double Of(ReadOnlySpan<long> truth, ReadOnlySpan<long> found, EntropyNormaliser normaliser = EntropyNormaliser.Mean)
    {
        if (truth.Length != found.Length)
        {
            throw new ArgumentException($"There are {truth.Length} labels to compare with {found.Length}.", nameof(found));
        }

        var (rows, columns) = (Numbered(truth, out var rowCount), Numbered(found, out var columnCount));
        if (rowCount <= 1 && columnCount <= 1)
        {
            return 1;
        }

        var (table, a, b) = (new int[rowCount, columnCount], new int[rowCount], new int[columnCount]);
        for (var i = 0; i < rows.Length; i++)
        {
            table[rows[i], columns[i]]++;
            a[rows[i]]++;
            b[columns[i]]++;
        }

        var n = rows.Length;
        var expected = Expected(a, b, n);
        var (first, second) = (Entropy(a, n), Entropy(b, n));
        var most = normaliser == EntropyNormaliser.Maximum ? Math.Max(first, second) : (first + second) / 2;
        var (gain, room) = (Mutual(table, a, b, n) - expected, most - expected);

        // Groups of one thing each: every grouping of those sizes is the same one.
        return Math.Abs(room) < 1e-12 ? (Math.Abs(gain) < 1e-12 ? 1 : 0) : gain / room;
    }

    /// <summary>Scores the pixels of each image for itself.</summary>
    /// <param name="truth">[n, …] int64: the object that each pixel belongs to.</param>
    /// <param name="found">[n, …] int64, of the same shape: the group that it was given to.</param>
    /// <param name="ignored">The label in <paramref name="truth"/> of pixels that are left out: background, overlaps.</param>
    /// <param name="normaliser">See <see cref="Of"/>.</param>
    /// <returns>A score for each image.</returns>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public static double[] PerImage(Tensor truth, Tensor found, long ignored = 0, EntropyNormaliser normaliser = EntropyNormaliser.Mean)
    {
        ArgumentNullException.ThrowIfNull(truth);
        ArgumentNullException.ThrowIfNull(found);
        if (truth.dim() < 2 || !truth.shape.SequenceEqual(found.shape))
        {
            throw new ArgumentException($"Groups [{string.Join(", ", truth.shape)}] and [{string.Join(", ", found.shape)}] are not two groupings of the same images.", nameof(found));
        }

        using var scope = NewDisposeScope();
        var (objects, groups) = (truth.to(int64).cpu().contiguous().data<long>().ToArray(), found.to(int64).cpu().contiguous().data<long>().ToArray());
        var size = objects.Length / (int)truth.shape[0];
        var scores = new double[truth.shape[0]];
        for (var i = 0; i < scores.Length; i++)
        {
            var scored = Enumerable.Range(i * size, size).Where(pixel => objects[pixel] != ignored).ToArray();
            scores[i] = Of([.. scored.Select(pixel => objects[pixel])], [.. scored.Select(pixel => groups[pixel])], normaliser);
        }

        return scores;
    }

    /// <summary>The mean mutual information, in nats, over all groupings with groups of these sizes.</summary>
    internal static double Expected(int[] a, int[] b, int n)
    {
        var logFactorial = new double[n + 1];
        for (var k = 2; k <= n; k++)
        {
            logFactorial[k] = logFactorial[k - 1] + Math.Log(k);
        }

        // How many things two groups have in common is hypergeometric.
        var sum = 0.0;
        foreach (var size in a)
        {
            foreach (var other in b)
            {
                var constant = logFactorial[size] + logFactorial[other] + logFactorial[n - size] + logFactorial[n - other] - logFactorial[n];
                for (var common = Math.Max(1, size + other - n); common <= Math.Min(size, other); common++)
                {
                    var logProbability = constant - logFactorial[common] - logFactorial[size - common] - logFactorial[other - common] - logFactorial[n - size - other + common];
                    sum += (double)common / n * Math.Log((double)n * common / ((double)size * other)) * Math.Exp(logProbability);
                }
            }
        }

        return sum;
    }

    private static double Mutual(int[,] table, int[] a, int[] b, int n)
    {
        var sum = 0.0;
        for (var row = 0; row < a.Length; row++)
        {
            for (var column = 0; column < b.Length; column++)
            {
                var common = table[row, column];
                sum += common == 0 ? 0 : (double)common / n * Math.Log((double)n * common / ((double)a[row] * b[column]));
            }
        }

        return sum;
    }

    private static double Entropy(int[] sizes, int n) => -sizes.Sum(size => (double)size / n * Math.Log((double)size / n));

    private static int[] Numbered(ReadOnlySpan<long> labels, out int groups)
    {
        var numbers = new Dictionary<long, int>();
        var result = new int[labels.Length];
        for (var i = 0; i < labels.Length; i++)
        {
            if (!numbers.TryGetValue(labels[i], out var number))
            {
                numbers[labels[i]] = number = numbers.Count;
            }

            result[i] = number;
        }

        groups = numbers.Count;
        return result;
    }
}
