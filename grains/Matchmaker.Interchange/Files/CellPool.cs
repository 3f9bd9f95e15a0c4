namespace Matchmaker.Interchange.Files;

/// <summary>
/// Keeps one copy of each short text: most cells of a large file repeat, such as codes, flags, days and common numbers.
/// </summary>
internal sealed class CellPool
{
    private const int MaxLength = 40;
    private const int MaxCount = 200_000;

    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    public string Intern(string cell)
    {
        if (cell.Length is 0 or > MaxLength)
            return cell;
        if (_texts.TryGetValue(cell, out var known))
            return known;
        if (_texts.Count < MaxCount)
            _texts.Add(cell);
        return cell;
    }
}
