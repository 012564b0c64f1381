namespace PaperSharp;

/// <summary>One figure of a notebook beside the paper's.</summary>
/// <param name="Metric">What was measured, such as "bound on test NLL, 8 glimpses".</param>
/// <param name="Ours">The figure.</param>
/// <param name="Unit">Its unit, such as "nats".</param>
/// <param name="Paper">The paper's figure as printed there, or null when it has none.</param>
/// <param name="Source">Where the paper prints it, such as "Table 1".</param>
/// <param name="Note">Why the two differ, or what else to know.</param>
/// <param name="Seconds">Seconds from the start of the notebook until it was recorded.</param>
public sealed record ResultRow(string Metric, double Ours, string Unit, string? Paper, string? Source, string? Note, double Seconds);
