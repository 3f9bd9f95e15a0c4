using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Shortlists;

/// <summary>A sheet as it is kept: once, and never changed.</summary>
internal sealed record KeptSheet : Record
{
    public required Sheet Shown { get; init; }
}

/// <summary>
/// Sheets in records of their own, so that a changed note does not write all that was shown into the journal again.
/// </summary>
internal static class KeptSheets
{
    public static RecordWrite Put(Caller caller, string id, Sheet sheet, Visibility visibility) =>
        new RecordWrite.Put(
            RecordKind.Sheet,
            id,
            0,
            caller.Email ?? "",
            RecordJson.Write(new KeptSheet { Shown = sheet }),
            visibility with
            {
                Kind = RecordKind.Sheet,
            }
        );

    /// <summary>Null: there is none.</summary>
    public static Sheet? Of(RecordRow? row) =>
        row is { IsDeleted: false, Body: { } body } ? RecordJson.Read<KeptSheet>(body).Shown : null;
}
