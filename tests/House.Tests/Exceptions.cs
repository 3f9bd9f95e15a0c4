namespace Matchmaker.House.Tests;

/// <summary>What is not in order yet. The lists are exact: a line that is no longer true is struck off.</summary>
internal static class Exceptions
{
    /// <summary>Edges between folders of Matchmaker.Grains that lie on a cycle.</summary>
    public static readonly string[] CyclesOfGrains =
    [
        "Buildings → Records",
        "Introductions → Mail",
        "Journal → Records",
        "Mail → Introductions",
        "Records → Buildings",
        "Records → Journal",
    ];

    /// <summary>Edges between folders of Matchmaker.Contracts that lie on a cycle.</summary>
    public static readonly string[] CyclesOfContracts =
    [
        "Accounts → Introductions",
        "Accounts → Records",
        "Buildings → Accounts",
        "Buildings → Imports",
        "Buildings → Records",
        "Desk → Live",
        "Enterprises → Accounts",
        "Enterprises → Records",
        "Imports → Buildings",
        "Introductions → Accounts",
        "Introductions → Enterprises",
        "Introductions → Records",
        "Live → Desk",
        "Records → Accounts",
        "Records → Imports",
    ];

    /// <summary>Folders with more than 12 files of code, and how many.</summary>
    public static readonly string[] FullFolders =
    [
        "grains/Matchmaker.Grains/Introductions: 13",
        "grains/Matchmaker.Grains/Mail: 13",
        "grains/Matchmaker.Grains/Records: 13",
        "tests/Browser.Tests: 14",
        "web/ui/src/features/desk: 15",
        "web/ui/src/features/programmes: 14",
        "web/ui/src/kit: 23",
        "web/ui/src/live: 16",
        "web/ui/src/matches: 18",
        "web/ui/src/records: 20",
    ];

    /// <summary>Files over 300 lines, and their lines.</summary>
    public static readonly string[] LongFiles =
    [
        "tests/Grains.Tests/Live/Market.cs: 309",
        "tests/Grains.Tests/Programmes/ProgrammesTests.cs: 301",
        "tests/Web.Tests/Programmes/ApplicantTests.cs: 306",
    ];

    /// <summary>Comments that begin with that word, by file.</summary>
    public static readonly string[] Because =
    [
        "grains/Matchmaker.Grains/Boards/BoardIndex.Mutual.cs: 1",
        "grains/Matchmaker.Grains/Boards/BoardIndex.cs: 1",
        "grains/Matchmaker.Grains/Desk/Presences.cs: 1",
        "grains/Matchmaker.Grains/Firms/DuplicateAddress.cs: 1",
        "grains/Matchmaker.Grains/Firms/DuplicateTraits.cs: 1",
        "grains/Matchmaker.Grains/Journal/AuditGrain.cs: 3",
        "grains/Matchmaker.Grains/Journal/JournalChain.cs: 1",
        "grains/Matchmaker.Grains/Journal/JournalCommitter.cs: 2",
        "grains/Matchmaker.Grains/Journal/JournalEntry.cs: 1",
        "grains/Matchmaker.Grains/Journal/JournalGrain.cs: 2",
        "grains/Matchmaker.Grains/Live/Feed.cs: 1",
        "grains/Matchmaker.Grains/Live/LiveGrain.cs: 1",
        "web/ui/src/features/desk/arrange.ts: 1",
    ];

    /// <summary>Lines over 120 columns, by file.</summary>
    public static readonly string[] WideLines =
    [
        "grains/Matchmaker.Contracts/Desk/IDeskGrain.cs: 5",
        "grains/Matchmaker.Contracts/Desk/ILeadsGrain.cs: 2",
        "grains/Matchmaker.Contracts/Figures/FiguresReport.cs: 4",
        "grains/Matchmaker.Contracts/Journal/IAuditGrain.cs: 4",
        "grains/Matchmaker.Contracts/Journal/IJournalGrain.cs: 5",
        "grains/Matchmaker.Contracts/Journal/RecordWrite.cs: 1",
        "grains/Matchmaker.Contracts/Live/ILiveGrain.cs: 5",
        "grains/Matchmaker.Contracts/Live/OrderedInbox.cs: 1",
        "grains/Matchmaker.Contracts/Programmes/Applicant.cs: 1",
        "grains/Matchmaker.Contracts/Programmes/IProgrammesGrain.cs: 5",
        "grains/Matchmaker.Contracts/Programmes/ProgrammeRevision.cs: 1",
        "grains/Matchmaker.Contracts/Projections/IProjectionGrain.cs: 1",
        "grains/Matchmaker.Contracts/Taxonomies/TaxonomyRevision.cs: 1",
        "grains/Matchmaker.Grains/Boards/BoardQueries.cs: 1",
        "grains/Matchmaker.Grains/Boards/IndexGrain.cs: 1",
        "grains/Matchmaker.Grains/Desk/DecidedMatches.cs: 1",
        "grains/Matchmaker.Grains/Desk/DeskBoard.cs: 1",
        "grains/Matchmaker.Grains/Desk/DeskGrain.cs: 1",
        "grains/Matchmaker.Grains/Desk/IntroductionRows.cs: 1",
        "grains/Matchmaker.Grains/Desk/LeadList.cs: 1",
        "grains/Matchmaker.Grains/Desk/Leads.cs: 2",
        "grains/Matchmaker.Grains/Desk/ReaderFeeds.cs: 2",
        "grains/Matchmaker.Grains/Digests/DigestsGrain.cs: 2",
        "grains/Matchmaker.Grains/Firms/FirmKeys.cs: 2",
        "grains/Matchmaker.Grains/Programmes/ProgrammesBook.cs: 1",
        "grains/Matchmaker.Grains/Programmes/ProgrammesGrain.Notifying.cs: 1",
        "grains/Matchmaker.Grains/Projections/IProjection.cs: 2",
        "grains/Matchmaker.Grains/Projections/JournalReader.cs: 1",
        "grains/Matchmaker.Grains/Projections/ProjectionFollower.cs: 1",
        "grains/Matchmaker.Grains/Projections/ProjectionGrain.cs: 1",
        "grains/Matchmaker.Grains/Projections/ProjectionTable.cs: 2",
        "grains/Matchmaker.Grains/Records/RecordGrain.cs: 1",
        "grains/Matchmaker.Matching/Consortium/ConsortiumReport.cs: 1",
        "grains/Matchmaker.Matching/Index/IndexSnapshot.cs: 1",
        "tests/Web.Tests/Security/OverloadTests.cs: 1",
        "web/ui/src/features/desk/Columns.tsx: 1",
        "web/ui/src/features/desk/DeskPage.tsx: 1",
        "web/ui/src/features/programmes/ProgrammePage.tsx: 1",
        "web/ui/src/i18n/texts.test.ts: 1",
        "web/ui/src/matches/MatchBoard.tsx: 1",
    ];
}
