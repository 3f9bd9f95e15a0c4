namespace Matchmaker.House.Tests;

/// <summary>What is not in order yet. The lists are exact: a line that is no longer true is struck off.</summary>
internal static class Exceptions
{
    /// <summary>Edges between folders of Matchmaker.Grains that lie on a cycle.</summary>
    public static readonly string[] CyclesOfGrains = [];

    /// <summary>Edges between folders of Matchmaker.Contracts that lie on a cycle.</summary>
    public static readonly string[] CyclesOfContracts = [];

    /// <summary>
    /// Edges from a folder of Matchmaker.Grains to the contracts of a folder that knows it. Those of records are
    /// everybody's; a list of spaces names their buildings, letters and officers' interests name introductions.
    /// </summary>
    public static readonly string[] ContractsOfReaders =
    [
        "Listings → Buildings",
        "Mail → Introductions",
        "Officers → Introductions",
        "Projections → Records",
        "Records → Journal",
        "Storage → Records",
    ];

    /// <summary>Folders with more than 12 files of code, and how many.</summary>
    public static readonly string[] FullFolders = [];

    /// <summary>Files over 300 lines, and their lines.</summary>
    public static readonly string[] LongFiles = [];

    /// <summary>Comments that begin with that word, by file.</summary>
    public static readonly string[] Because = [];

    /// <summary>Lines over 120 columns, by file.</summary>
    public static readonly string[] WideLines = [];
}
