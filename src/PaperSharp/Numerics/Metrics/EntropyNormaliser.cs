namespace PaperSharp.Numerics;

/// <summary>What the mutual information of two groupings is divided by.</summary>
public enum EntropyNormaliser
{
    /// <summary>The mean of the two entropies.</summary>
    Mean,

    /// <summary>The larger of the two entropies.</summary>
    Maximum,
}
