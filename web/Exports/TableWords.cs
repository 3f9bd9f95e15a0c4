using System.Globalization;
using Matchmaker.Matching;
using Matchmaker.Matching.Boards;

namespace Matchmaker.Web.Exports;

/// <summary>The words of one kind of table for its readers in one language.</summary>
/// <param name="table">An embedded table with the columns code, en, zh_hant and zh_hans.</param>
/// <param name="language"><c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
internal sealed class TableWords(string table, string language)
{
    private readonly Dictionary<string, LocalText> _words = Csv.Embedded(typeof(TableWords).Assembly, table)
        .ToDictionary(row => row["code"], row => new LocalText(row["en"], row["zh_hant"], row["zh_hans"]));

    public string this[string code] => TextOf(_words[code])!;

    /// <summary>A word with a value in place of <c>{0}</c>.</summary>
    public string Filled(string code, IFormattable value) =>
        this[code].Replace("{0}", value.ToString(null, CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>A text in the language, or else in the nearest one; null: there is none.</summary>
    public string? TextOf(LocalText? text) => text?.In(language);
}
