namespace TorchSharp.Tests;

/// <summary>Tests that must not run beside others: of the process's memory, and of its random generator.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public class Alone;
