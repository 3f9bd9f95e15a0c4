using System.Collections.Immutable;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Listings;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// The R&amp;D centres in public sources: facts, not samples. What no source states (contract research, licensing)
/// stays unknown. So does the day of verification: a source of early 2026 verifies nothing on a later day.
/// </summary>
public static class SampleCentres
{
    /// <summary>
    /// Six centres under the Innovation and Technology Commission and 28 of InnoHK; two of them end with a merger.
    /// </summary>
    public static ImmutableArray<Centre> Real { get; } = Read();

    private static ImmutableArray<Centre> Read()
    {
        using var csv = typeof(SampleCentres).Assembly.GetManifestResourceStream("Matchmaker.Silo.Sample.centres.csv")!;
        // The stream is in memory, so the task is already complete.
        return [.. ListingFiles.ReadCsv(ListingKind.Centres, csv).GetAwaiter().GetResult().Select(Of)];
    }

    private static Centre Of(ListingPatch patch) =>
        new()
        {
            Id = patch.Id,
            Name = patch.Name,
            Values = patch.Values,
            Source = patch.Source,
            Public = patch.Public ?? false,
            ValidFrom = patch.ValidFrom,
            ValidTo = patch.ValidTo,
        };
}
