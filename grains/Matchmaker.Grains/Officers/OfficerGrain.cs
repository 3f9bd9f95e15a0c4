using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Officers;

/// <summary>An officer's absences and interests.</summary>
internal sealed class OfficerGrain(Database database)
    : RecordGrain<Officer>(RecordKind.Officer, database),
        IOfficerGrain
{
    private static readonly string[] Kinds =
    [
        RecordKind.Firm,
        RecordKind.Enterprise,
        RecordKind.Centre,
        RecordKind.Owner,
        RecordKind.Building,
    ];

    public override async Task<Officer> Get(Caller caller, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        if (!caller.IsOffice || await GrainFactory.Account(Key).Standing() is not { Role: Role.Officer or Role.Admin })
            throw new NotFoundException();
        return Current?.Record ?? new() { Id = Key };
    }

    // An address is no valid record id, so the check of ids is replaced. The grain of an officer without a record stays
    // active: every act asks it, and a call to a deactivating grain fails.
    protected override async Task Load() =>
        SetCurrent(Email.IsValid(Key) ? await Rows.Find(RecordKind.Officer, Key) : null);

    protected override async ValueTask<Stored<Officer>> Decide(
        Caller caller,
        Officer body,
        Stored<Officer>? before,
        bool chosen
    )
    {
        if (await GrainFactory.Account(Key).Standing() is not { Role: Role.Officer or Role.Admin })
            throw new NotFoundException();
        if (caller.Role is not Role.Admin && caller.Email != Key)
            throw new ForbiddenException();
        var broken = new ValidationErrors();
        CheckLength("absences", body.Absences.IsDefault ? 0 : body.Absences.Length, 50, broken);
        CheckLength("interests", body.Interests.IsDefault ? 0 : body.Interests.Length, 500, broken);
        var officer = body with
        {
            Absences = body.Absences.IsDefault ? [] : body.Absences,
            Interests = body.Interests.IsDefault ? [] : body.Interests,
        };
        for (var i = 0; i < officer.Absences.Length; i++)
            await Check(officer.Absences[i], $"absences[{i}]", broken);
        for (var i = 0; i < officer.Interests.Length; i++)
        {
            if (RecordRef.Parse(officer.Interests[i], Kinds) is not { } interest || !RecordIds.IsValid(interest.Id))
                broken.Add(
                    $"interests[{i}]",
                    "notACode",
                    string.Join(", ", Kinds.Select(kind => new RecordRef(kind, "…").ToString()))
                );
            else if (
                interest.Kind == RecordKind.Enterprise
                && await Rows.Find(RecordKind.Enterprise, interest.Id)
                    is { Cleared: not null, IsDeleted: false } project
                && Access.IsOfficeFor(caller, project.Visibility)
            )
                // All officers read the record. To an officer who is not cleared, the project does not exist.
                broken.Add($"interests[{i}]", "confidentialInterest");
        }

        broken.Throw();
        return new(officer, new(RecordKind.Officer, null, false));
    }

    protected override RecordWrite Write(Caller caller, Stored<Officer>? before, Stored<Officer>? next) =>
        WritePreconditions.Write(
            caller,
            RecordKind.Officer,
            Key,
            before,
            next,
            WritePreconditions.SearchText([Key]),
            null
        );

    private async Task Check(Absence absence, string path, ValidationErrors broken)
    {
        if (absence.To < absence.From)
            broken.Add($"{path}.to", "endsBefore", $"{absence.From:yyyy-MM-dd}");
        if (
            absence.StandIn is { } standIn
            && await GrainFactory.Account(standIn).Standing() is not { Role: Role.Officer or Role.Admin }
        )
            broken.Add($"{path}.standIn", "notAnOfficer", standIn);
    }

    private static void CheckLength(string path, int length, int most, ValidationErrors broken)
    {
        if (length > most)
            broken.Add(path, "tooMany", $"{most}");
    }
}
