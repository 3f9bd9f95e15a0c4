namespace Matchmaker.Matching.Reading;

/// <summary>The months by their English names.</summary>
internal static class MonthNames
{
    private static readonly string[] Beginnings =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary>The number, from 1, of a month whose lower-case name begins so; 0: none does.</summary>
    public static int NumberOf(string name) => Array.IndexOf(Beginnings, name[..3]) + 1;
}
