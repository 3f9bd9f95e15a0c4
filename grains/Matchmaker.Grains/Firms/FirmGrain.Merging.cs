using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Listings;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Firms;

internal sealed partial class FirmGrain
{
    public override async Task<Firm> Get(Caller caller, CancellationToken cancellation = default)
    {
        await EnsureLoaded();
        // The redirect reveals no more than the remaining firm, so its readers may follow it.
        return Current?.Record.MergedInto is { } into
            ? await GrainFactory.Firm(into).Get(caller, cancellation)
            : await base.Get(caller, cancellation);
    }

    public override async Task<Saved<Firm>> Put(
        Caller caller,
        Firm body,
        long? expected,
        bool chosen,
        CancellationToken cancellation = default
    )
    {
        await RefuseMerged(caller);
        return await base.Put(caller, body, expected, chosen, cancellation);
    }

    public override async Task<ImportResult> Import(
        Caller caller,
        ListingPatch patch,
        bool dryRun,
        CancellationToken cancellation = default
    )
    {
        await EnsureLoaded();
        return caller.IsOffice && Current?.Record.MergedInto is { } into
            ? await GrainFactory.Firm(into).Import(caller, patch with { Id = into }, dryRun, cancellation) with
            {
                Id = patch.Id,
            }
            : await base.Import(caller, patch, dryRun, cancellation);
    }

    public async Task<Firm> Kept(Caller caller, CancellationToken cancellation = default)
    {
        if (!caller.IsOffice)
            throw new ForbiddenException();
        await EnsureLoaded();
        return WritePreconditions.Authorize(Current, caller).Record;
    }

    public async Task<Firm> Merge(Caller caller, string into, long expected, CancellationToken cancellation = default)
    {
        var own = await Kept(caller, cancellation);
        if (own.MergedInto == into)
            return await GrainFactory.Firm(into).Get(caller, cancellation);
        await RefuseMerged(caller);
        if (own.Version != expected)
            throw new VersionException();
        var other = await Other(caller, into, cancellation);
        // The remaining firm is written first: a merge that fails in between can simply be repeated.
        var given = Merging.Given(own, other);
        var stays = await GrainFactory
            .Firm(into)
            .Put(caller, Merging.With(other, own, given), other.Version, chosen: true, cancellation);
        await Become(caller, own with { MergedInto = into, Gave = given });
        return stays.Record;
    }

    public async Task<Firm> Unmerge(Caller caller, CancellationToken cancellation = default)
    {
        var own = await Kept(caller, cancellation);
        if (own.MergedInto is not { } into)
            throw new ConflictException(new FieldError("", "notMerged"));
        if (await Find(caller, into, cancellation) is { MergedInto: null } other)
            await GrainFactory
                .Firm(into)
                .Put(caller, Merging.Without(other, own), other.Version, chosen: true, cancellation);
        await Become(caller, own with { MergedInto = null, Gave = null });
        return Current!.Record;
    }

    private async Task<Firm> Other(Caller caller, string into, CancellationToken cancellation)
    {
        // Reported as an error of the request: the record that the route names does exist.
        return
            into != Key
            && RecordIds.IsValid(into)
            && await Find(caller, into, cancellation) is { MergedInto: null } other
            ? other
            : throw new InvalidException(new FieldError("into", "notAFirm", into));
    }

    private Task<Firm?> Find(Caller caller, string id, CancellationToken cancellation) =>
        Lookups.OrNull(() => GrainFactory.Firm(id).Kept(caller, cancellation));

    private async Task RefuseMerged(Caller caller)
    {
        await EnsureLoaded();
        if (
            Current is { Record.MergedInto: { } into, Visibility: var visibility }
            && Access.MayChange(caller, visibility)
        )
            throw new ConflictException(new FieldError("", "merged", into));
    }

    private async Task Become(Caller caller, Firm firm)
    {
        var next = new Stored<Firm>(
            firm,
            Current!.Visibility with
            {
                Visible = firm.Public && firm.MergedInto is null,
            }
        );
        var sequence = await Commit([Write(caller, Current, next)]);
        await WaitForProjections(sequence, Accept(next).Record);
    }
}

/// <summary>What one firm takes over from another that it turns out to be. Pure.</summary>
internal static class Merging
{
    /// <summary>The codes that the one states and the other does not.</summary>
    public static ImmutableArray<string> Given(Firm from, Firm to) =>
        [.. from.Values.Keys.Where(code => !to.Values.ContainsKey(code))];

    /// <summary>
    /// The firm that stays, with what it was given: values with their own days and sources, and names that it lacked.
    /// </summary>
    public static Firm With(Firm to, Firm from, ImmutableArray<string> given)
    {
        var facts = to.Facts ?? ImmutableSortedDictionary<string, Fact>.Empty;
        foreach (var code in given)
        {
            var fact = from.Facts?.GetValueOrDefault(code) ?? new(from.VerifiedOn, from.Source);
            facts = fact == new Fact(to.VerifiedOn, to.Source) ? facts : facts.SetItem(code, fact);
        }

        return to with
        {
            Values = to.Values.AddRange(given.Select(code => KeyValuePair.Create(code, from.Values[code]))),
            Facts = facts.IsEmpty ? null : facts,
            Name = to.Name ?? from.Name,
            Address = to.Address ?? from.Address,
            BuildingId = to.BuildingId ?? from.BuildingId,
            RegistrationNumber = to.RegistrationNumber ?? from.RegistrationNumber,
        };
    }

    /// <summary>The firm that stayed, without what it was given and nobody changed since.</summary>
    public static Firm Without(Firm to, Firm from)
    {
        var back = (from.Gave ?? [])
            .Where(code => to.Values.GetValueOrDefault(code) == from.Values.GetValueOrDefault(code))
            .ToList();
        var facts = to.Facts?.RemoveRange(back);
        return to with { Values = to.Values.RemoveRange(back), Facts = facts is { IsEmpty: false } ? facts : null };
    }
}
