namespace Matchmaker.House.Tests;

/// <summary>
/// A source file of C# or TypeScript as far as these tests read it: where its comments and its strings are.
/// </summary>
internal sealed class SourceText
{
    private readonly string _text;
    private readonly bool[] _isString;
    private readonly List<string> _comments = [];

    private SourceText(string text)
    {
        _text = text;
        _isString = new bool[text.Length + 1];
    }

    /// <summary>Each comment from its opening sign on.</summary>
    public IReadOnlyList<string> Comments => _comments;

    public static SourceText Of(string file)
    {
        var source = new SourceText(House.Read(file));
        if (file.EndsWith(".cs", StringComparison.Ordinal))
            source.ReadCSharp();
        else
            source.ReadTypeScript();
        return source;
    }

    /// <summary>
    /// The numbers of the lines that are wider than a limit, except where the text at the limit is inside a string.
    /// </summary>
    public IEnumerable<int> WideLines(int limit)
    {
        var (start, number) = (0, 1);
        foreach (var line in _text.Split('\n'))
        {
            if (Width(line) > limit && !_isString[start + Math.Min(limit, line.Length)])
                yield return number;
            start += line.Length + 1;
            number++;
        }
    }

    private static int Width(string line) => line.EnumerateRunes().Count();

    private void ReadCSharp()
    {
        for (var i = 0; i < _text.Length; )
            i =
                At(i, "//") ? Comment(i, "\n")
                : At(i, "/*") ? Comment(i, "*/")
                : _text[i] == '\'' ? i + (At(i + 1, "\\") ? _text.IndexOf('\'', i + 3) - i + 1 : 3)
                : StringStart(i) is { } quote ? CSharpString(i, quote)
                : i + 1;
    }

    private void ReadTypeScript()
    {
        for (var i = 0; i < _text.Length; )
            i =
                At(i, "//") && (i == 0 || _text[i - 1] is ' ' or '\n' or '\t' or '{' or '}') ? Comment(i, "\n")
                : At(i, "/*") ? Comment(i, "*/")
                : _text[i] is '"' or '\'' or '`' && !IsApostrophe(i) ? PlainString(i, _text[i])
                : i + 1;
    }

    private bool At(int index, string sign) => string.CompareOrdinal(_text, index, sign, 0, sign.Length) == 0;

    // Text between tags and patterns hold apostrophes that open no string.
    private bool IsApostrophe(int index) =>
        _text[index] is not '`'
        && (
            index == 0
            || char.IsLetterOrDigit(_text[index - 1])
            || _text[index - 1] is '|' or '?' or ':' && At(index - 2, "?")
        );

    private int Comment(int from, string end)
    {
        var to = _text.IndexOf(end, from + 2, StringComparison.Ordinal);
        to =
            to < 0 ? _text.Length
            : end == "\n" ? to
            : to + end.Length;
        _comments.Add(_text[from..to]);
        return to;
    }

    /// <returns>The index of the first quotation mark of a string that starts here; null: none does.</returns>
    private int? StringStart(int index)
    {
        var quote = index;
        while (quote < _text.Length && _text[quote] is '$' or '@')
            quote++;
        return quote < _text.Length && _text[quote] == '"' ? quote : null;
    }

    private int CSharpString(int from, int quote)
    {
        var quotes = _text.AsSpan(quote).IndexOfAnyExcept('"') is var run and >= 0 ? run : _text.Length - quote;
        var to =
            quotes >= 3
                ? _text.IndexOf(new string('"', quotes), quote + quotes, StringComparison.Ordinal) + quotes
                : ShortString(_text[from..quote], quote);
        while (quotes >= 3 && At(to, "\""))
            to++;
        return Mark(from, to);
    }

    private int ShortString(string prefix, int quote)
    {
        var (isVerbatim, isFormat) = (
            prefix.Contains('@', StringComparison.Ordinal),
            prefix.Contains('$', StringComparison.Ordinal)
        );
        for (var i = quote + 1; i < _text.Length; i++)
        {
            if ((isVerbatim && At(i, "\"\"")) || (!isVerbatim && _text[i] == '\\') || (isFormat && At(i, "{{")))
                i++;
            else if (isFormat && _text[i] == '{')
                i = HoleEnd(i);
            else if (_text[i] == '"')
                return i + 1;
        }

        return _text.Length;
    }

    private int HoleEnd(int from)
    {
        var depth = 0;
        for (var i = from; i < _text.Length; i++)
        {
            if (_text[i] == '{')
                depth++;
            else if (_text[i] == '}' && --depth == 0)
                return i;
            else if (StringStart(i) is { } quote)
                i = CSharpString(i, quote) - 1;
            else if (_text[i] == '\'')
                i = At(i + 1, "\\") ? _text.IndexOf('\'', i + 3) : i + 2;
        }

        return _text.Length;
    }

    private int PlainString(int from, char quote)
    {
        var to = from + 1;
        while (to < _text.Length && _text[to] != quote && (quote == '`' || _text[to] != '\n'))
            to += _text[to] == '\\' ? 2 : 1;
        return Mark(from, Math.Min(to + 1, _text.Length));
    }

    private int Mark(int from, int to)
    {
        Array.Fill(_isString, true, from, to - from);
        return to;
    }
}
