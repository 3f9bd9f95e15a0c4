using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Journal;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Enterprises;

/// <summary>An owner or agent of buildings.</summary>
internal sealed class OwnerGrain(Database database) : RecordGrain<Owner>(RecordKind.Owner, database), IOwnerGrain
{
    protected override ValueTask<Stored<Owner>> Decide(Caller caller, Owner body, Stored<Owner>? before, bool chosen)
    {
        var broken = new ValidationErrors();
        broken.CheckId(Key);
        broken.CheckText("name", body.Name, 300);
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        broken.Throw();
        return new(new Stored<Owner>(body, new(RecordKind.Owner, PartyId.Owner(Key), body.Public)));
    }

    protected override RecordWrite Write(Caller caller, Stored<Owner>? before, Stored<Owner>? next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Owner,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key, .. (next ?? before)!.Record.Name?.All ?? []]),
            null
        );
}
