using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Confidentiality;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Confidentiality;

/// <summary>Each project has one row, its last view; the journal has every view.</summary>
[KeepAlive]
internal sealed class AccessLogGrain(Database database, TimeProvider time) : Grain, IAccessLogGrain
{
    private readonly RecordRepository _rows = new(database);

    public async Task Record(Caller caller, ImmutableArray<PartyId> projects, string what)
    {
        var writes = ImmutableArray.CreateBuilder<RecordWrite>();
        foreach (var project in projects.Distinct())
        {
            var row = await _rows.Find(RecordKind.View, project.ToString());
            var enterprise = PartyId.IdOf(project, RecordKind.Enterprise) is { } id
                ? await _rows.Find(RecordKind.Enterprise, id)
                : null;
            if (enterprise is not { IsDeleted: false, Cleared: not null })
                continue; // only confidential projects are logged
            var visibility = new Visibility(RecordKind.View, project, false, enterprise.Visibility.Cleared);
            writes.Add(
                new RecordWrite.Put(
                    RecordKind.View,
                    project.ToString(),
                    row?.Version ?? 0,
                    caller.Email ?? "",
                    RecordJson.Write(
                        new View
                        {
                            What = what,
                            At = time.GetUtcNow(),
                            Role = caller.Role,
                        }
                    ),
                    visibility
                )
            );
        }

        if (writes.Count > 0)
            await GrainFactory.Commit(writes.ToImmutable());
    }
}

/// <summary>One view of a confidential project; the viewer is the journal entry's actor.</summary>
internal sealed record View : Record
{
    /// <summary>A kind of record, or a list such as <c>matches</c>.</summary>
    public required string What { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Role Role { get; init; }
}
