using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Grains.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Shortlists;

/// <summary>What a shortlist must keep to. Pure.</summary>
internal static class ShortlistRules
{
    public const int MaxItems = 50;
    private const int MaxNote = 2_000;

    /// <summary>What can be wrong by itself, of a new one and of a change alike.</summary>
    public static void Check(Shortlist body, ValidationErrors broken)
    {
        broken.CheckText("name", body.Name, 300);
        if (body.Items.IsDefaultOrEmpty)
            broken.Add("items", "empty");
        else if (body.Items.Length > MaxItems)
            broken.Add("items", "tooMany", $"{MaxItems}");
        else
            CheckItems(body.Items, broken);
    }

    /// <summary>
    /// The items after a change: order and notes are the body's, and what the caller does not see stays where it is.
    /// </summary>
    /// <param name="body">Checked by <see cref="Check"/>.</param>
    public static ImmutableArray<ShortlistItem> Changed(
        Caller caller,
        ImmutableArray<ShortlistItem> before,
        ImmutableArray<ShortlistItem> body,
        ValidationErrors broken
    )
    {
        var seen = before.Where(item => caller.IsOffice || !item.OfficeOnly).ToDictionary(item => item.Item);
        // What was shown cannot be changed.
        if (body.Length != seen.Count || !body.All(item => seen.ContainsKey(item.Item)))
        {
            broken.Add("items", "final");
            return before;
        }

        var next = new Queue<ShortlistItem>(body.Select(item => seen[item.Item] with { Note = NoteOf(item) }));
        return [.. before.Select(item => seen.ContainsKey(item.Item) ? next.Dequeue() : item)];
    }

    /// <summary>A note; null where it says nothing.</summary>
    public static string? NoteOf(ShortlistItem item) => string.IsNullOrWhiteSpace(item.Note) ? null : item.Note;

    public static RecordWrite Write(Caller caller, string id, Stored<Shortlist>? before, Stored<Shortlist>? next)
    {
        var shortlist = (next ?? before)!.Record;
        return WritePreconditions.Write(
            caller,
            RecordKind.Shortlist,
            id,
            before,
            next,
            WritePreconditions.SearchText([id, .. shortlist.Name?.All ?? []]),
            null,
            shortlist.Demand
        );
    }

    private static void CheckItems(ImmutableArray<ShortlistItem> items, ValidationErrors broken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Length; i++)
        {
            if (!StorableText.IsName(items[i]?.Item))
                broken.Add($"items[{i}]", "required");
            else if (!seen.Add(items[i].Item))
                broken.Add($"items[{i}]", "repeated", items[i].Item);
            else
                broken.CheckProse($"items[{i}].note", items[i].Note, MaxNote);
        }
    }
}
