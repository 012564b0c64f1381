namespace PaperSharp.Jupyter;

/// <summary>How a run ended.</summary>
public enum RunStatus
{
    /// <summary>Every cell ran.</summary>
    Succeeded,

    /// <summary>A cell failed; the ones after it did not run.</summary>
    Failed,

    /// <summary>The run was cancelled.</summary>
    Cancelled,
}

/// <summary>What came of a run. <see cref="Failure"/> is set unless it succeeded.</summary>
public sealed record RunOutcome(RunStatus Status, TimeSpan Elapsed, CellFailure? Failure);

/// <summary>The cell that ended a run: its index among all cells (from 0), its id, its number among the code cells (from 1) and the error.</summary>
public sealed record CellFailure(int Index, string Id, int Number, string ErrorName, string ErrorValue, IReadOnlyList<string> Traceback);

/// <summary>What a running notebook has just done.</summary>
public enum CellState
{
    /// <summary>The cell begins to run.</summary>
    Started,

    /// <summary>The cell has written text, or shown or updated a value.</summary>
    Output,

    /// <summary>The cell has ended well.</summary>
    Finished,

    /// <summary>The cell has failed or was cancelled.</summary>
    Failed,
}

/// <summary>
/// Progress of a run: the cell's index among all cells (from 0) and its id, its number among the code cells (from 1)
/// and how many there are; for <see cref="CellState.Output"/> the plain text of it, whether it is standard error, and for a value that may be updated
/// in its place its display id.
/// </summary>
public sealed record CellProgress(int Index, string Id, int Number, int Count, CellState State, TimeSpan Elapsed, string? Text = null, bool IsError = false, string? DisplayId = null);

/// <summary>
/// What the compiler says about a cell. <see cref="File"/> names a loaded file, relative to the working directory,
/// or is null for the cell itself; line and column count from 1.
/// </summary>
public sealed record CellDiagnostic(int Index, string Id, int Number, string? File, int Line, int Column, bool IsError, string Code, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File ?? $"cell {Number}"}({Line},{Column}): {(IsError ? "error" : "warning")} {Code}: {Message}";
}
