using Matchmaker.Contracts;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Gates;

namespace Matchmaker.Grains.Gates;

/// <summary>The table of gates for whoever judges a use without a board's index.</summary>
internal sealed class PublishedGates(Database database)
    : PublishedTable<GateTable, GateVersion, GateRow>(database, RecordKind.Gates, GateTable.Shipped);
