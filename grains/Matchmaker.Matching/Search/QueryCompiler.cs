using System.Collections.Immutable;
using Matchmaker.Matching.Boards;
using Matchmaker.Matching.Criteria;
using Matchmaker.Matching.Gates;
using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Places;
using Matchmaker.Matching.Reading;
using Matchmaker.Matching.Search.Parsing;
using Matchmaker.Matching.Taxonomies;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Search;

/// <summary>Compiles the terms of a search into a question to one board.</summary>
internal sealed class QueryCompiler(Lexicon lexicon, Board board, DateOnly? today)
{
    private readonly List<Slot> _slots = [];
    private Strength _strength;

    public BoardQuestion Compile(ImmutableArray<SearchTerm> terms)
    {
        // What is demanded and wished is demanded.
        foreach (var i in Enumerable.Range(0, terms.Length).OrderBy(at => terms[at].IsWish))
            Add(terms[i], i);
        WidenToWishes();
        var (criteria, excluded, words) = (
            InOrder(_slots.Where(slot => slot is { Criterion: not null, IsExcluded: false })),
            InOrder(_slots.Where(slot => slot.IsExcluded)),
            _slots.Where(slot => slot.Criterion is null).OrderBy(slot => slot.Key, StringComparer.Ordinal).ToList()
        );
        return new([.. criteria.Select(slot => slot.Criterion!)], [.. words.Select(slot => slot.Words)])
        {
            Excluded = [.. excluded.Select(slot => slot.Criterion!)],
            Terms = [.. criteria.Concat(excluded).Concat(words).Select(slot => slot.Terms.ToImmutableArray())],
        };
    }

    // "Kwun Tong (preferred) or Kowloon Bay" takes both: a wish outside what is demanded could never come true.
    private void WidenToWishes()
    {
        foreach (var wish in _slots.Where(slot => slot.Criterion is { Strength: Strength.Prefer, Op: Op.AnyOf }))
        {
            var attribute = wish.Criterion!.Attribute;
            _slots
                .Find(slot =>
                    slot.Criterion is { Strength: Strength.Must, Op: Op.AnyOf } of && of.Attribute == attribute
                )
                ?.Widen(wish.Criterion.Values!.Value, board.Find(attribute)!);
        }
    }

    private List<Slot> InOrder(IEnumerable<Slot> slots) =>
        [
            .. slots
                .OrderBy(slot => board.IndexOf(slot.Criterion!.Attribute))
                .ThenBy(slot => slot.Criterion!.Strength)
                .ThenBy(slot => slot.Key, StringComparer.Ordinal),
        ];

    private void Add(SearchTerm term, int index)
    {
        _strength = term.IsWish ? Strength.Prefer : Strength.Must;
        if (term.Denial is { } denial)
        {
            if (denial is Denial.Excluded)
                Deny(term, index);
            return;
        }

        if (term.Interpretations.IsEmpty)
        {
            AddWords(BoardQuestion.InOrder([Tokens.Of(term.Text)]), index);
            return;
        }

        foreach (var interpretation in term.Interpretations)
        {
            if (Of(interpretation, term.Interpretations) is not { } criterion)
                continue;
            AddCriterion(criterion, index);
            return;
        }

        if (term.Interpretations[0] is CodeInterpretation or FlagInterpretation or TagInterpretation)
            AddWords(lexicon.Alternatives(term.Interpretations[0]), index);
        // Of a crane no board knows; a firm may be called so.
        else if (term.Interpretations is [AttributeInterpretation name] && QuantityReader.IsUnkept(name.Attribute))
            AddWords(BoardQuestion.InOrder([Tokens.Of(term.Text)]), index);
    }

    // Quantities and words of names cannot be denied; the term is then of no use to any board.
    private void Deny(SearchTerm term, int index)
    {
        foreach (var interpretation in term.Interpretations)
        {
            if (Of(interpretation, term.Interpretations) is not { } criterion)
                continue;
            if (interpretation is FlagInterpretation)
                AddCriterion(criterion with { Value = new FlagValue(false) }, index);
            else if (interpretation is AttributeInterpretation && criterion.Limit is NumberValue { Number: 1 })
                AddCriterion(criterion with { Op = Op.AtMost, Limit = new NumberValue(0) }, index);
            else if (interpretation is PresetInterpretation { Attribute: "floor" } floor)
                AddCriterion(
                    new()
                    {
                        Attribute = criterion.Attribute,
                        Op = Op.AtLeast,
                        Limit = new NumberValue(floor.Number + 1),
                    },
                    index
                );
            else if (criterion.Op is Op.AnyOf)
                AddOthers(criterion, index);
            // What is better without leaves nothing out.
            else if (criterion.Op is Op.Allows or Op.Covers && !term.IsWish)
                AddCriterion(criterion, index, isExcluded: true);
            return;
        }
    }

    // Of a category, every other code is asked for.
    private void AddOthers(Criterion criterion, int index)
    {
        var others = board.Find(criterion.Attribute)!.Values.Select(entry => entry.Code);
        AddCriterion(criterion with { Values = [.. others.Except(criterion.Values!.Value)] }, index, isNarrowing: true);
    }

    private Criterion? Of(Interpretation interpretation, ImmutableArray<Interpretation> all) =>
        interpretation switch
        {
            CodeInterpretation code => OfCode(code, all),
            FlagInterpretation flag when board.Find(flag.Attribute) is { Kind: AttributeKind.Flag } => new()
            {
                Attribute = flag.Attribute,
                Op = Op.Is,
                Value = new FlagValue(true),
            },
            TagInterpretation tag => OfTag(tag),
            MachineInterpretation { Machine: { } machine } when board.Find(Machine.Path) is not null => new()
            {
                Attribute = Machine.Path,
                Op = Op.Takes,
                Machines = [machine],
            },
            StationInterpretation { Metres: > 0 } station when board.Find(StationDistance.Location) is not null =>
                StationTable.Within(station.Metres, station.Code),
            PresetInterpretation { Attribute: "floor" } preset => LimitCriteria.OnFloor(board, preset.Number),
            PresetInterpretation preset => LimitCriteria.Of(board, preset.Attribute, preset.Number),
            AttributeInterpretation { Default: { } number } name => LimitCriteria.Of(board, name.Attribute, number),
            AmountInterpretation amount => LimitCriteria.Of(board, amount, today),
            DayInterpretation day => LimitCriteria.Of(board, day),
            PeriodInterpretation period when period.Period.Meant(period.Comparison, today) is var (day, isAtLeast) =>
                LimitCriteria.Of(
                    board,
                    new DayInterpretation(day, period.Attributes, isAtLeast ? Comparison.AtLeast : null)
                ),
            NowInterpretation when today is { } day => LimitCriteria.Of(
                board,
                new DayInterpretation(day, [.. AttributeReader.FromNow], null)
            ),
            _ => null,
        };

    // One word may stand for several codes of a list, as InnoHK does for its two platforms.
    private Criterion? OfCode(CodeInterpretation code, ImmutableArray<Interpretation> all) =>
        board.Attributes.FirstOrDefault(attribute =>
            // An industry in a wish for a space says who asks, not what is asked.
            attribute.ListCode == code.List
            && attribute.Code != Admission.Code
        ) switch
        {
            null => null,
            { Kind: AttributeKind.Use } uses => new()
            {
                Attribute = uses.Code,
                Op = Op.Allows,
                Value = new CodeValue(code.Code),
            },
            var choice => new()
            {
                Attribute = choice.Code,
                Op = Op.AnyOf,
                Values =
                [
                    .. all.OfType<CodeInterpretation>().Where(same => same.List == code.List).Select(same => same.Code),
                ],
            },
        };

    private Criterion? OfTag(TagInterpretation tag) =>
        TaxonomySet.AttributesOf(tag.Taxonomy).FirstOrDefault(pair => pair.Board == board.Code).Attribute switch
        {
            null => null,
            var attribute => new()
            {
                Attribute = attribute,
                Op = Op.Covers,
                Value = new CodeValue(tag.Code),
            },
        };

    // Two districts, such as 觀塘 and 九龍灣, are alternatives: a space lies in one of them. A denied one narrows them.
    private void AddCriterion(Criterion criterion, int index, bool isExcluded = false, bool isNarrowing = false)
    {
        var check = DemandRules.Check(board, [criterion with { Strength = _strength }], "criteria");
        if (!check.IsOk)
            return;
        var normal = check.Value[0];
        var key = Key(normal);
        var slot = _slots.Find(slot =>
            slot.Criterion is { } other
            && slot.IsExcluded == isExcluded
            && (
                normal.Op is Op.AnyOf
                    ? (other.Attribute, other.Op, other.Strength) == (normal.Attribute, Op.AnyOf, normal.Strength)
                        || other == normal with { Strength = other.Strength }
                    : slot.Key == key && (normal.Op is not Op.Takes || other.Strength == normal.Strength)
            )
        );
        // Machines beyond the most that one criterion takes are asked about.
        if (normal.Op is Op.Takes && slot?.Take(normal.Machines!.Value) is false)
            return;
        if (slot is null)
            _slots.Add(slot = new(normal, [], key, isExcluded));
        slot.Terms.Add(index);
        if (normal.Op is Op.AnyOf)
            slot.Take(normal.Values!.Value, isNarrowing, board.Find(normal.Attribute)!);
    }

    private void AddWords(ImmutableArray<ImmutableArray<string>> words, int index)
    {
        if (words.IsEmpty)
            return;
        var key = BoardQuestion.Key(words);
        if (_slots.Find(slot => slot.Criterion is null && slot.Key == key) is { } existing)
            existing.Terms.Add(index);
        else
            _slots.Add(new(null, words, key, false) { Terms = { index } });
    }

    private static string Key(Criterion criterion) =>
        $"{criterion.Attribute} {criterion.Op} {criterion.Limit} {criterion.Min} {criterion.Max} {criterion.Value} {string.Join(' ', criterion.Values.GetValueOrDefault([]))}";

    /// <summary>One part of the question and the terms that it comes from.</summary>
    private sealed class Slot(
        Criterion? criterion,
        ImmutableArray<ImmutableArray<string>> words,
        string key,
        bool isExcluded
    )
    {
        private readonly HashSet<string> _wanted = new(StringComparer.Ordinal);
        private HashSet<string>? _left;

        public Criterion? Criterion { get; private set; } = criterion;

        public ImmutableArray<ImmutableArray<string>> Words => words;

        public string Key => key;

        public bool IsExcluded => isExcluded;

        public List<int> Terms { get; } = [];

        /// <summary>Adds machines; false: they would be too many.</summary>
        public bool Take(ImmutableArray<Machine> machines)
        {
            ImmutableArray<Machine> all = [.. Criterion!.Machines!, .. machines];
            if (all.Length > MachineRules.MaxMachines)
                return false;
            Criterion = Criterion with { Machines = all };
            return true;
        }

        /// <summary>Adds codes to those that are wanted; what a denial alone leaves stays.</summary>
        public void Widen(ImmutableArray<string> codes, BoardAttribute attribute)
        {
            if (_wanted.Count > 0)
                Take(codes, isNarrowing: false, attribute);
        }

        /// <summary>Adds wanted codes to the criterion's, or keeps only those that a denial leaves.</summary>
        public void Take(ImmutableArray<string> codes, bool isNarrowing, BoardAttribute attribute)
        {
            if (!isNarrowing)
                _wanted.UnionWith(codes);
            else if (_left is null)
                _left = new(codes, StringComparer.Ordinal);
            else
                _left.IntersectWith(codes);
            var kept = _wanted.Where(code => _left?.Contains(code) is not false).ToHashSet(StringComparer.Ordinal);
            // A text that wants and denies the same is taken by its denial.
            var asked = kept.Count > 0 || _left is null ? kept : _left;
            Criterion = Criterion! with
            {
                Values = [.. attribute.Values.Select(entry => entry.Code).Where(asked.Contains)],
            };
        }
    }
}
