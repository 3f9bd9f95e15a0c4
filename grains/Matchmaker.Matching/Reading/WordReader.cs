using Matchmaker.Matching.Reading.Scanning;

namespace Matchmaker.Matching.Reading;

/// <summary>Reads the words that mean the same in every field.</summary>
public static class WordReader
{
    /// <summary>Yes or no in any spelling; null: another word.</summary>
    public static bool? Flag(string text) => ReadingWords.Flag(ReadingText.Of(text));

    /// <summary>Whether the text is empty or says that there is no value, such as <c>n/a</c> or 待定.</summary>
    public static bool IsNothing(string text) => ReadingWords.IsNothing(ReadingText.Of(text));
}
