using Matchmaker.Contracts;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Projections;

namespace Matchmaker.Grains.Figures;

/// <summary>The history of each introduction, from the whole journal. Pure memory; one writer.</summary>
internal sealed class Histories : IProjection
{
    private readonly Dictionary<string, IntroductionHistory> _histories = new(StringComparer.Ordinal);
    private long _last;

    public IReadOnlyList<string> Kinds { get; } = [RecordKind.Introduction];

    // A present record does not tell its history.
    public IReadOnlyList<string> LoadedKinds => [];

    public IEnumerable<IntroductionHistory> All => _histories.Values;

    public void Load(string kind, IReadOnlyList<RecordState> records) =>
        throw new NotSupportedException("Histories are read from the journal alone.");

    public Publication Apply(IReadOnlyList<ChangedRecord> change)
    {
        foreach (var entry in change.Where(entry => entry.Sequence > _last))
        {
            if (entry.Body is { } body)
                _histories[entry.Id] = IntroductionHistory.After(
                    _histories.GetValueOrDefault(entry.Id),
                    RecordJson.Read<Introduction>(body),
                    entry.Id,
                    entry.Instant,
                    entry.Visibility
                );
            else
                _histories.Remove(entry.Id);
            _last = entry.Sequence;
        }

        return Publication.Nothing;
    }
}
