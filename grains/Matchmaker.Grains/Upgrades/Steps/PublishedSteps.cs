using Matchmaker.Contracts;
using Matchmaker.Grains.DatedTables;
using Matchmaker.Grains.Storage;
using Matchmaker.Matching.Upgrades;
using Matchmaker.Matching.Upgrades.Steps;

namespace Matchmaker.Grains.Upgrades.Steps;

/// <summary>The table of steps for whoever draws a path.</summary>
internal sealed class PublishedSteps(Database database)
    : PublishedTable<StepTable, StepVersion, UpgradeStep>(database, RecordKind.Steps, StepTable.Shipped);
