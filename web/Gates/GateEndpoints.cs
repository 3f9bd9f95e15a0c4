using Matchmaker.Contracts;
using Matchmaker.Contracts.Gates;
using Matchmaker.Matching.Gates;
using Matchmaker.Web.DatedTables;

namespace Matchmaker.Web.Gates;

/// <summary>The table of gates, by which uses are judged: dated versions that admins publish.</summary>
internal static class GateEndpoints
{
    public static void MapGates(this IEndpointRouteBuilder routes) =>
        new DatedTableEndpoints<GateRow, GatePreview>(
            "gates",
            RecordKind.Gates,
            "Whose verdicts and matches a version would change",
            ["gate", "key", "use", "verdict", "from", "to", "condition", "source", "note"],
            Cells,
            grains => grains.Gates()
        ).Map(routes, "Gates");

    private static object?[] Cells(GateRow row) =>
        [
            Json.Code(row.Gate),
            row.Key,
            row.Use,
            Json.Code(row.Verdict),
            $"{row.From:yyyy-MM-dd}",
            $"{row.To:yyyy-MM-dd}",
            row.Condition,
            row.Source,
            row.Note,
        ];
}
