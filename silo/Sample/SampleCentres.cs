using System.Collections.Immutable;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Imports;
using Matchmaker.Interchange;
using Matchmaker.Interchange.Imports;

namespace Matchmaker.Silo.Sample;

/// <summary>
/// The R&amp;D centres that public sources name: facts, not samples. What no source says (who takes contracts, who licenses) stays unknown, and
/// so does the day of the facts, because a source of early 2026 is nobody's word on a day.
/// </summary>
public static class SampleCentres
{
    /// <summary>Six under the Innovation and Technology Commission and 28 of InnoHK; two of them end with a merger.</summary>
    public static ImmutableArray<Centre> Real { get; } = Read();

    private static ImmutableArray<Centre> Read()
    {
        using var csv = typeof(SampleCentres).Assembly.GetManifestResourceStream("Matchmaker.Silo.Sample.centres.csv")!;
        // Because the stream is memory, the task is done when it returns.
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
            ValidTo = patch.ValidTo,
        };
}
