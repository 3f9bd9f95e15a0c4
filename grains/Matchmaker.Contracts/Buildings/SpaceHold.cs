using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;

namespace Matchmaker.Contracts.Buildings;

/// <summary>The office's hold on a space, as far as the reader may know of it.</summary>
/// <param name="Until">Its last day in Hong Kong.</param>
/// <param name="Demand">The demand for which the space is held; null: the reader may not know of it.</param>
/// <param name="By">The officer's address; null likewise.</param>
[GenerateSerializer, Immutable]
public sealed record SpaceHold(
    DateOnly Until,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Demand = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? By = null
)
{
    /// <summary>
    /// What the caller reads: officers who may know of the demand all of it, the space's owner the day; null: nothing.
    /// </summary>
    public SpaceHold? For(Caller caller, Visibility space, Visibility demand) =>
        caller.IsOffice
            ? Access.MaySee(caller, demand)
                ? this
                : null
            : caller.Party is { } party && party == space.Owner
                ? new(Until)
                : null;
}

/// <summary>What an officer asks for.</summary>
/// <param name="Demand">The demand on <c>sites</c> for which the space is to be held.</param>
/// <param name="Until">The last day in Hong Kong, today to 30 days ahead.</param>
[GenerateSerializer, Immutable]
public sealed record HoldRequest(string Demand, DateOnly Until);

/// <summary>A hold that an officer may make, if the space allows it.</summary>
/// <param name="Demand">The demand's id.</param>
/// <param name="Until">The last day in Hong Kong.</param>
/// <param name="Visibility">The hold's: it is hidden with the demand's party.</param>
/// <param name="Guard">Refuses the commit if the party has changed since it was read.</param>
[GenerateSerializer, Immutable]
public sealed record HoldTerms(string Demand, DateOnly Until, Visibility Visibility, RecordWrite Guard);
