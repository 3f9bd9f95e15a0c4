namespace Matchmaker.Matching.Questions;

/// <summary>A fact that no record states, and what its answer would do for one demand's list.</summary>
/// <param name="Record">The id of the record to which the fact belongs.</param>
/// <param name="Attribute">An attribute of the board.</param>
/// <param name="Decides">
/// The number of possible matches on the list for which this is the only fact that a must lacks: the answer decides
/// them.
/// </param>
/// <param name="Touches">The number of possible matches for which a must lacks it, perhaps among others.</param>
[GenerateSerializer, Immutable]
public sealed record OpenQuestion(string Record, string Attribute, int Decides, int Touches);
