namespace PaperSharp;

/// <summary>Maps values from <paramref name="low"/> to <paramref name="high"/> to pixels, evenly or by their logarithm.</summary>
internal readonly record struct CurveScale(double low, double high, double from, double to, bool isLog = false)
{
    public double At(double value)
    {
        var (l, h, v) = isLog ? (Math.Log10(low), Math.Log10(high), Math.Log10(value)) : (low, high, value);
        return h > l ? from + (v - l) / (h - l) * (to - from) : (from + to) / 2;
    }

    /// <summary>Round numbers in the range, about so many: multiples of 1, 2 or 5 times a power of ten.</summary>
    public IEnumerable<double> Ticks(int count) =>
        !(high > low) ? [low]
        : isLog && high / low >= 100 ? LogTicks(count)
        : EvenTicks(count);

    private IEnumerable<double> EvenTicks(int count)
    {
        var raw = (high - low) / count;
        var power = Math.Pow(10, Math.Floor(Math.Log10(raw)));
        var distance = power * (raw / power) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 };
        for (var i = (long)Math.Ceiling(low / distance); i * distance <= high; i++)
        {
            yield return Math.Round(i * distance, 12);
        }
    }

    /// <summary>Powers of ten, every so many where there are too many.</summary>
    private IEnumerable<double> LogTicks(int count)
    {
        var (first, last) = ((int)Math.Ceiling(Math.Log10(low)), (int)Math.Floor(Math.Log10(high)));
        var every = Math.Max(1, (last - first + 1) / (count + 1));
        for (var power = first; power <= last; power += every)
        {
            yield return Math.Pow(10, power);
        }
    }
}
