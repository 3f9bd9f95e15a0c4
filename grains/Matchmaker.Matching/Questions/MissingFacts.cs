using Matchmaker.Matching.Evaluation;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Results;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Questions;

/// <summary>
/// Which unstated facts keep a profile's musts unknown (matching.md section 16). A must that reads several facts, such
/// as a use by its gates or machines by their path, lacks each that is unstated. A run of adjacent spaces lacks what
/// any of them does.
/// </summary>
internal sealed class MissingFacts
{
    private readonly HashSet<string> _attributes = new(StringComparer.Ordinal);

    private MissingFacts() { }

    /// <summary>The codes of the unstated attributes, each once.</summary>
    public IReadOnlyCollection<string> Attributes => _attributes;

    /// <summary>Whether a must stays unknown whatever is answered, because no rule covers what is stated.</summary>
    public bool IsBeyondAnswers { get; private set; }

    /// <summary>The code of the fact that alone keeps the profile from being decided; null: none or several.</summary>
    public string? Only => !IsBeyondAnswers && _attributes.Count == 1 ? _attributes.First() : null;

    public static MissingFacts Of(CompiledDemand demand, Profile profile, DateOnly day)
    {
        var missing = new MissingFacts();
        foreach (var criterion in demand.Criteria.Where(criterion => criterion.IsMust))
        {
            if (criterion.Judge(profile, day).Reading != CompiledCriterion.Unknown)
                continue;
            foreach (var space in profile.Members ?? [profile])
                missing.Add(criterion, space, day);
        }

        return missing;
    }

    private void Add(CompiledCriterion criterion, Profile space, DateOnly day)
    {
        var judged = criterion.Judge(space, day);
        if (judged.Reading != CompiledCriterion.Unknown)
            return;
        if (criterion.Path is { } path)
            AddSteps(path, space);
        else if (judged.Gates is { } answer)
            AddGates(answer, criterion, space, day);
        else
            Add(criterion.Attribute.Code);
    }

    private void AddSteps(PathNeeds path, Profile profile)
    {
        foreach (var step in path.Steps.Of(profile).Where(step => step.Outcome is Outcome.Unknown))
        {
            foreach (var code in PathSteps.AttributesOf(step).Where(code => !profile.Values.ContainsKey(code)))
                _attributes.Add(code);
        }
    }

    private void AddGates(UseAnswer answer, CompiledCriterion criterion, Profile profile, DateOnly day)
    {
        var use = ((CodeValue)criterion.Definition.Value!).Code;
        foreach (var gate in answer.Gates.Where(gate => gate.Verdict is null))
        {
            var input = UseGates.InputOf(gate.Kind);
            var isStated = profile.Values.ContainsKey(input);
            if (!isStated)
                _attributes.Add(input);
            var isRuled = gate.Kind is GateKind.Neighbours || criterion.Gates.Covers(gate.Kind, use, day);
            IsBeyondAnswers |= isStated || !isRuled;
        }
    }

    // A distance that the board works out follows from the place, which alone can be told.
    private void Add(string code) => _attributes.Add(code == StationDistance.Code ? StationDistance.Location : code);
}
