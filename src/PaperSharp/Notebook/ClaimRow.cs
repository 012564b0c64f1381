namespace PaperSharp;

/// <summary>What became of one of a paper's claims.</summary>
/// <param name="Claim">The claim, such as "eight glimpses beat one at equal updates".</param>
/// <param name="Ours">What was measured, with its unit, such as "68.1 against 70.3 nats".</param>
/// <param name="Criterion">When the claim counts as shown, such as "at least 0.8 nats better".</param>
/// <param name="Holds">Whether it was.</param>
/// <param name="Seconds">Seconds from the start of the notebook until it was settled.</param>
public sealed record ClaimRow(string Claim, string Ours, string Criterion, bool Holds, double Seconds);
