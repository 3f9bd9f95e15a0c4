using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Shortlists;

/// <summary>
/// Some of what a demand was shown, kept as it was on one day. Name, order and notes may change; the rest never does.
/// </summary>
[GenerateSerializer(GenerateFieldIds = GenerateFieldIds.PublicProperties), Immutable]
public sealed record Shortlist : Record
{
    /// <summary>The party that seeks: the demand's owner. Read-only.</summary>
    public string? Owner { get; init; }

    /// <summary>The demand's id; final. The demand may be gone since.</summary>
    public required string Demand { get; init; }

    public LocalText? Name { get; init; }

    /// <summary>1 to 50, each once, in the order that its people gave them.</summary>
    public ImmutableArray<ShortlistItem> Items { get; init; } = [];

    /// <summary>
    /// SHA-256 of <see cref="Shown"/> in its canonical form (<see cref="CanonicalJson"/>), 64 lower-case hex digits.
    /// Read-only.
    /// </summary>
    public string? Hash { get; init; }

    /// <summary>When it was kept. Read-only.</summary>
    public DateTimeOffset? KeptAt { get; init; }

    /// <summary>What was shown; null in lists. Read-only.</summary>
    public Sheet? Shown { get; init; }

    /// <summary>Its own people see those that they were shown themselves; the office sees all.</summary>
    public override Record For(Caller caller) =>
        caller.IsOffice ? this : this with { Items = Items.RemoveAll(item => item.OfficeOnly), Shown = Shown?.Open() };
}

/// <param name="Item">The match's id on its board, such as <c>b1/s1</c>.</param>
/// <param name="Note">At most 2 000 characters; null: none.</param>
/// <param name="OfficeOnly">
/// Whether only the office was shown it, because it was not public: others do not learn of it. Read-only.
/// </param>
[GenerateSerializer, Immutable]
public sealed record ShortlistItem(
    string Item,
    string? Note = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool OfficeOnly = false
);
