using Matchmaker.Interchange.Files;

namespace Matchmaker.Interchange.Imports;

/// <summary>A file that is read, its columns matched, ready to be tried or imported once.</summary>
public sealed class PreparedImport
{
    private PreparedImport(ImportFile file, IReadOnlyList<string> names) => (File, Names) = (file, names);

    /// <summary>The number of rows below the header.</summary>
    public int Rows => File.Rows.Count;

    /// <summary>The file's columns, in its order.</summary>
    public IReadOnlyList<string> Names { get; }

    internal ImportFile File { get; }

    /// <exception cref="BadFileException">The file as a whole is invalid.</exception>
    public static async Task<PreparedImport> Read(
        ListingKind kind,
        FileFormat format,
        Stream body,
        FileChoice choice,
        CancellationToken cancellation = default
    )
    {
        if (format == FileFormat.GeoJson)
            return new(await FileTables.Read(kind, format, body, choice, cancellation), []);
        var table = await FileTables.ReadTable(kind, format, body, choice, cancellation);
        return new(ColumnMatching.Match(kind, table, choice), table.Names);
    }
}
