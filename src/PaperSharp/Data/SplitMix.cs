namespace PaperSharp.Data;

/// <summary>
/// The SplitMix64 generator (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators", figure 13):
/// the same numbers on every machine, and any two seeds give unrelated streams, so that each image can have its own.
/// </summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A whole number in [0, bound).</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (ulong)bound) >> 64);

    /// <summary>A number in [low, high).</summary>
    public float Between(float low, float high) => low + (high - low) * ((Next() >> 40) * (1f / (1 << 24)));

    /// <summary>A bell-shaped number: the sum of three uniform ones, mean 0, standard deviation 1, never beyond ±3.</summary>
    public float Bell() => 2 * (Between(-0.5f, 0.5f) + Between(-0.5f, 0.5f) + Between(-0.5f, 0.5f));
}
