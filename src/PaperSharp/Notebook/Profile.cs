namespace PaperSharp;

/// <summary>How much of an experiment a notebook runs.</summary>
public enum Profile
{
    /// <summary>Runs end to end in at most 15 s on two CPU cores; shows nothing about the paper.</summary>
    Smoke,

    /// <summary>Shows the paper's central claim in at most 3 minutes on two CPU cores.</summary>
    Quick,

    /// <summary>The paper's own hyper-parameters; needs a GPU.</summary>
    Full,
}
