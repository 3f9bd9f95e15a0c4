using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Listings;

/// <summary>Whether a row may change a record: the rights are those of a PUT. Pure.</summary>
internal static class ImportRights
{
    /// <param name="before">The record; null: the row creates it.</param>
    /// <param name="partiesCreate">Whether others than the office create such a record.</param>
    /// <exception cref="InvalidException">
    /// The caller may not change the record, whether or not there is one: the row says nothing of it.
    /// </exception>
    public static void Check<T>(Caller caller, Stored<T>? before, bool partiesCreate)
        where T : Record
    {
        var may = before is null
            ? caller.IsOffice || partiesCreate
            : Access.MaySee(caller, before.Visibility) && Access.MayChange(caller, before.Visibility);
        if (!may)
            throw Refused();
    }

    /// <summary>The refusal of a row whose record is not the caller's.</summary>
    public static InvalidException Refused() => new(new FieldError("id", "notYourRecord"));
}
