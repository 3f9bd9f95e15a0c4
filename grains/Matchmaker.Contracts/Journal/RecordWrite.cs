using Matchmaker.Contracts.Callers;
using Matchmaker.Matching.Values;

namespace Matchmaker.Contracts.Journal;

/// <summary>One record's part of a commit. The cases are closed.</summary>
/// <param name="Expected">The version that the store must have; 0: the record does not exist.</param>
[GenerateSerializer, Immutable]
public abstract record RecordWrite(string Kind, string Id, long Expected)
{
    /// <summary>Writes a new version.</summary>
    /// <param name="Actor">Who did it: an account's e-mail address, or <c>system</c>.</param>
    /// <param name="Body">The record as JSON without id and version.</param>
    /// <param name="Visibility">Who may see the record from now on.</param>
    /// <param name="SearchText">The text that lists search in.</param>
    /// <param name="Location">Null: nowhere.</param>
    /// <param name="Parent">The building of a space; of an introduction and its dependants, the counterpart's party;
    /// null: none, or as before.</param>
    [GenerateSerializer, Immutable]
    public sealed record Put(
        string Kind,
        string Id,
        long Expected,
        string Actor,
        string Body,
        Visibility Visibility,
        string SearchText = "",
        PointValue? Location = null,
        string? Parent = null
    ) : RecordWrite(Kind, Id, Expected);

    /// <summary>Deletes the record; its row stays, without a body.</summary>
    /// <param name="Visibility">Who may see that it is deleted.</param>
    [GenerateSerializer, Immutable]
    public sealed record Delete(string Kind, string Id, long Expected, string Actor, Visibility Visibility)
        : RecordWrite(Kind, Id, Expected);

    /// <summary>Changes only who may see the record: version and body stay.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Touch(string Kind, string Id, long Expected, string Actor, Visibility Visibility)
        : RecordWrite(Kind, Id, Expected);

    /// <summary>Writes nothing: the commit holds only if the record has the expected version.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Guard(string Kind, string Id, long Expected) : RecordWrite(Kind, Id, Expected);
}
