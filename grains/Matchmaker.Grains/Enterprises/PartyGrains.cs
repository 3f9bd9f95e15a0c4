using Matchmaker.Contracts;
using Matchmaker.Matching;

namespace Matchmaker.Grains;

/// <summary>An owner or agent of buildings.</summary>
internal sealed class OwnerGrain(Database database) : RecordGrain<Owner>(RecordKind.Owner, database), IOwnerGrain
{
    protected override ValueTask<Stored<Owner>> Decide(Caller caller, Owner body, Stored<Owner>? before, bool chosen)
    {
        var broken = new Broken();
        broken.CheckId(Key);
        broken.CheckText("name", body.Name, 300);
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        broken.Throw();
        return new(new Stored<Owner>(body, new(RecordKind.Owner, $"owners/{Key}", body.Public)));
    }

    protected override RecordWrite Write(Caller caller, Stored<Owner>? before, Stored<Owner>? next) => Writing.Write(
        caller, RecordKind.Owner, Key, before, next, Writing.SearchText([Key, .. (next ?? before)!.Record.Name?.All ?? []]), null);
}

/// <summary>A record that stands on a board by itself and belongs to itself.</summary>
/// <param name="collection">The route's word, which starts the party's name.</param>
internal abstract class ListingGrain<T>(string kind, string collection, Board board, Database database) : RecordGrain<T>(kind, database)
    where T : Listing
{
    private readonly string _kind = kind;

    protected override ValueTask<Stored<T>> Decide(Caller caller, T body, Stored<T>? before, bool chosen)
    {
        var broken = new Broken();
        broken.CheckId(Key);
        var listing = ListingRules.Check(board, body, broken);
        if (!caller.IsOffice && body.Sample != (before?.Record.Sample ?? false))
            broken.Add("sample", "officeOnly");
        broken.Throw();
        return new(new Stored<T>(listing, new(_kind, $"{collection}/{Key}", listing.Public)));
    }

    protected override RecordWrite Write(Caller caller, Stored<T>? before, Stored<T>? next)
    {
        var listing = (next ?? before)!.Record;
        return Writing.Write(caller, _kind, Key, before, next, ListingRules.SearchText(listing), ListingRules.Location(listing));
    }

    protected override IEnumerable<string> Boards(T record) => BothSides.Of(board.Code);
}

/// <summary>A local manufacturer.</summary>
internal sealed class FirmGrain(Database database)
    : ListingGrain<Firm>(RecordKind.Firm, "firms", Matching.Boards.Partners, database), IFirmGrain;

/// <summary>An R&amp;D centre.</summary>
internal sealed class CentreGrain(Database database)
    : ListingGrain<Centre>(RecordKind.Centre, "centres", Matching.Boards.Research, database), ICentreGrain;
