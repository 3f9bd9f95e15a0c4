using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Reading;

namespace Matchmaker.Interchange.Columns;

/// <summary>
/// Waivers as the text of a cell, such as <c>office=2024-07-01..2027-06-30 (LW 123)|training=2025-01-01..</c>.
/// </summary>
internal static partial class WaiverCells
{
    public const string Column = "waivers";

    private static readonly BoardAttribute Uses = BoardTable.Sites.Find("uses")!;

    /// <summary>Null: there are none.</summary>
    public static string? Write(ImmutableArray<Waiver>? waivers) =>
        waivers is not { IsDefaultOrEmpty: false } given ? null : string.Join('|', given.Select(Text));

    /// <summary>The waivers; null: the cell is refused, with the reason in the draft.</summary>
    public static ImmutableArray<Waiver>? Read(RowDraft draft, string cell)
    {
        var waivers = ImmutableArray.CreateBuilder<Waiver>();
        foreach (var text in Between().Split(cell))
        {
            if (One().Match(text.Trim()) is not { Success: true } written || Of(written) is not { } waiver)
            {
                draft.Refuse(Column, cell, "notAWaiver");
                return null;
            }

            waivers.Add(waiver);
        }

        return waivers.ToImmutable();
    }

    private static string Text(Waiver waiver) =>
        $"{waiver.Use}={Iso(waiver.From)}..{(waiver.To is { } last ? Iso(last) : "")}"
        + (waiver.Reference is { } reference ? $" ({reference})" : "");

    private static Waiver? Of(Match written)
    {
        var use = CodeNames.OfList(Uses).Find(written.Groups["use"].Value.Trim());
        var (from, last) = (Day(written.Groups["from"]), Day(written.Groups["to"]));
        var reference = written.Groups["reference"];
        return use is null || from is null || (last is null && written.Groups["to"].Success)
            ? null
            : new(use, from.Value, last, reference.Success ? reference.Value : null);
    }

    private static DateOnly? Day(Group text) =>
        DateOnly.TryParseExact(text.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A reference may hold the sign that separates waivers.
    [GeneratedRegex(@"\|(?=[^|=(]+=\d{4}-\d\d-\d\d\.\.)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(?<use>[^=]+)=(?<from>\d{4}-\d\d-\d\d)\.\.(?<to>\d{4}-\d\d-\d\d)?(?: ?\((?<reference>.+)\))?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex One();
}
