using System.Collections.Immutable;
using Matchmaker.Contracts.Demands;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Live;

/// <summary>The records of both boards at one moment, with the present codes.</summary>
internal sealed record MarketRecords(
    Taxonomy Words,
    ImmutableArray<(Profile Profile, string Board)> Profiles,
    ImmutableArray<Demand> Demands,
    DateOnly Day
);
