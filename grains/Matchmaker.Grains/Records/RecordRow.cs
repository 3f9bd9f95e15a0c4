using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Records;

/// <summary>A row of <c>record</c>: a record, or the remains of a deleted one.</summary>
internal sealed record RecordRow
{
    public const string Columns =
        "kind, id, parent, version, body, owner, visible, cleared, search_text, lat, lon, deleted, sequence, changed_at, open_sequence, open_at, open_version";

    public required string Kind { get; init; }

    public required string Id { get; init; }

    /// <summary>A space's building; for an introduction and its letters, the counterpart's party; else null.</summary>
    public string? Parent { get; init; }

    public required long Version { get; init; }

    /// <summary>Null: it is deleted.</summary>
    public string? Body { get; init; }

    public string? Owner { get; init; }

    public required int Visible { get; init; }

    public string? Cleared { get; init; }

    public required string SearchText { get; init; }

    public double? Lat { get; init; }

    public double? Lon { get; init; }

    public required int Deleted { get; init; }

    /// <summary>Of the last change.</summary>
    public required long Sequence { get; init; }

    public required string ChangedAt { get; init; }

    /// <summary>The last change while the record was open, and the change that closed it.</summary>
    public long? OpenSequence { get; init; }

    public string? OpenAt { get; init; }

    public long? OpenVersion { get; init; }

    public bool IsDeleted => Deleted != 0;

    public Visibility Visibility => new(Kind, PartyId.Parse(Owner), Visible != 0, ClearedList.Read(Cleared));

    // Whether nothing hides it: from everybody a public listing, from the office an enterprise that is not
    // confidential.
    private bool IsOpen => !IsDeleted && (Visible != 0 || (KindTable.Of(Kind).IsNeverPublic && Cleared is null));

    /// <summary>The row that a write makes of a row (null: there was none).</summary>
    public static RecordRow After(RecordRow? before, RecordWrite write, long sequence, string at) =>
        WithOpening(
            before,
            write switch
            {
                RecordWrite.Put put => Put(before, put, sequence, at),
                RecordWrite.Delete delete => WithVisibility(WithoutBody(before!, sequence, at), delete.Visibility),
                RecordWrite.Touch touch => WithVisibility(
                    before! with
                    {
                        Sequence = sequence,
                        ChangedAt = at,
                    },
                    touch.Visibility
                ),
                _ => throw new InvalidOperationException($"A {write.GetType().Name} writes no row."),
            }
        );

    private static RecordRow Put(RecordRow? before, RecordWrite.Put put, long sequence, string at) =>
        WithVisibility(
            new()
            {
                Kind = put.Kind,
                Id = put.Id,
                Parent = put.Parent ?? before?.Parent,
                Version = (before?.Version ?? 0) + 1,
                Body = put.Body,
                Visible = 0,
                SearchText = put.SearchText,
                Lat = put.Location?.Lat,
                Lon = put.Location?.Lon,
                Deleted = 0,
                Sequence = sequence,
                ChangedAt = at,
            },
            put.Visibility
        );

    private static RecordRow WithoutBody(RecordRow before, long sequence, string at) =>
        before with
        {
            Version = before.Version + 1,
            Body = null,
            SearchText = "",
            Lat = null,
            Lon = null,
            Deleted = 1,
            Sequence = sequence,
            ChangedAt = at,
        };

    private static RecordRow WithVisibility(RecordRow row, Visibility visibility) =>
        row with
        {
            Owner = visibility.Owner?.ToString(),
            Visible = visibility.Visible && !row.IsDeleted ? 1 : 0,
            Cleared = ClearedList.Write(visibility.Cleared),
        };

    // Readers who see the record only while it is open must learn of its withdrawal, and of nothing after that.
    private static RecordRow WithOpening(RecordRow? before, RecordRow after) =>
        after.IsOpen || before is { IsOpen: true }
            ? after with
            {
                OpenSequence = after.Sequence,
                OpenAt = after.ChangedAt,
                OpenVersion = after.Version,
            }
            : after with
            {
                OpenSequence = before?.OpenSequence,
                OpenAt = before?.OpenAt,
                OpenVersion = before?.OpenVersion,
            };
}
