using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;

namespace Matchmaker.Grains.Enterprises;

/// <summary>Who of the office may know of a confidential project.</summary>
internal sealed partial class EnterpriseGrain
{
    public async Task<Clearance> Clearance(Caller caller, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        var project = Project(caller);
        return new([.. project.Visibility.Cleared!.Value.Order(StringComparer.Ordinal)], project.Record.Version);
    }

    public async Task<Clearance> Clear(
        Caller caller,
        ImmutableArray<string> officers,
        long expected,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        var before = Project(caller);
        if (before.Record.Version != expected)
            throw new VersionException();
        await CheckOfficers([.. officers.Select(Email.Normal)]);
        ImmutableArray<string> cleared =
        [
            .. officers.Select(Email.Normal).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];

        // Written as a change of the record, so that the journal tells who knew of it when.
        var next = before with
        {
            Visibility = before.Visibility with { Cleared = cleared },
        };
        var sequence = await Commit([Write(caller, before, next), .. await RelatedWrites(caller, before, next)]);
        var kept = Accept(next).Record;
        await WaitForProjections(sequence, kept);
        await Settle(caller);
        return new(cleared, kept.Version);
    }

    /// <exception cref="NotFoundException">
    /// There is none, it is not confidential, or not the caller's to know of; its own people have no say either.
    /// </exception>
    private Stored<Enterprise> Project(Caller caller) =>
        WritePreconditions.Authorize(Current, caller) is { Visibility.Cleared: not null } project && caller.IsOffice
            ? project
            : throw new NotFoundException();

    private async Task CheckOfficers(ImmutableArray<string> officers)
    {
        var broken = new ValidationErrors();
        if (officers.IsEmpty)
            broken.Add("officers", "required"); // nobody could ever open the project again
        for (var i = 0; i < officers.Length; i++)
        {
            if (await GrainFactory.Account(officers[i]).Standing() is not { Role: Role.Officer or Role.Admin })
                broken.Add($"officers[{i}]", "notAnOfficer", officers[i]);
        }

        broken.Throw();
    }
}
