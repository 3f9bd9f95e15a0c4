namespace Matchmaker.Contracts.Records;

/// <summary>One record of any kind. Its text is <c>collection/id</c>, such as <c>buildings/b1</c>.</summary>
/// <param name="Kind">One of <see cref="RecordKind"/>.</param>
public readonly record struct RecordRef(string Kind, string Id)
{
    /// <summary>Null: the text names no record of one of these kinds.</summary>
    public static RecordRef? Parse(string text, IEnumerable<string> kinds) =>
        text.Split('/', 2) is [var collection, var id]
        && kinds.FirstOrDefault(kind => KindTable.Of(kind).Collection == collection) is { } known
            ? new(known, id)
            : null;

    public override string ToString() => $"{KindTable.Of(Kind).Collection}/{Id}";
}
