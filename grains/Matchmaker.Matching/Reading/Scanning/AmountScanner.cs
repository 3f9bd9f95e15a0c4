namespace Matchmaker.Matching.Reading.Scanning;

/// <summary>Reads single measures and ranges, in which one side alone may carry unit, currency and suffix.</summary>
internal static class AmountScanner
{
    private static readonly string[] Connectors = ["-", "~", "至", "到", "to"];
    private static readonly string[] ConnectorsAfterBetween = [.. Connectors, "and", "与", "和", "及"];

    /// <summary>The amount that begins at an index of a normalised text; null: none begins there.</summary>
    /// <param name="between">
    /// Whether a word such as "between" announced a range, so that "and" may join its ends.
    /// </param>
    public static WrittenAmount? At(string text, int start, ScanFor purpose, bool between = false)
    {
        var scanner = new MeasureScanner(text, purpose);
        if (scanner.At(start) is not { } first)
            return null;
        if (first.Fault is not null)
            return new(first, null);
        var at = ReadingText.SkipBlanks(text, first.End);
        foreach (var connector in between ? ConnectorsAfterBetween : Connectors)
        {
            var next = at + connector.Length;
            if (!ReadingText.HasWord(text, at, connector))
                continue;
            if (scanner.At(ReadingText.SkipBlanks(text, next)) is not { } second)
                continue;
            if (second.Fault is not null)
                return new(second, null);
            if (Joined(first, second) is { } range)
                return range;
            // A range that falls says nothing; two numbers without a unit may be anything.
            if (purpose is ScanFor.RunningText && first.Unit.Length + second.Unit.Length > 0)
                return new(second with { Fault = ReadingFault.NotANumber }, null);
        }

        return new(first, null);
    }

    private static WrittenAmount? Joined(Measure low, Measure high)
    {
        var unit = low.Unit.Length > 0 ? low.Unit : high.Unit;
        var isMoney = low.IsMoney || high.IsMoney;
        low = low with { Unit = unit, IsMoney = isMoney };
        high = high with { Unit = high.Unit.Length > 0 ? high.Unit : unit, IsMoney = isMoney };
        if (low.Unit != high.Unit)
            return new(low, high);

        // The suffix of one side is the other's too, where the ends are then in order: 1.5-2萬, but 800-1.2萬.
        var shared = low with
        {
            Scale = low.Scale == 1 ? high.Scale : low.Scale,
        };
        if (shared.Number <= high.Number)
            return new(shared, high);
        if (low.Number <= high.Number)
            return new(low, high);
        high = high with { Scale = high.Scale == 1 ? low.Scale : high.Scale };
        return low.Number <= high.Number ? new(low, high) : null;
    }
}
