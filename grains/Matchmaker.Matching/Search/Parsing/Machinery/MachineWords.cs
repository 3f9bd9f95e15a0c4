using Matchmaker.Matching.Paths;
using Matchmaker.Matching.Reading.Scanning;
using Matchmaker.Matching.Search.Parsing.Doubts;

namespace Matchmaker.Matching.Search.Parsing.Machinery;

/// <summary>The words of one machine: its name, and what is taken for its number and measures.</summary>
internal sealed class MachineWords(TextSpan name, string folded)
{
    // Below that a number of tonnes beside a press is what it weighs, from there on the force of its ram.
    private const decimal LeastForce = 20;
    private const decimal Tonne = 1000;
    private const decimal MaxCount = 1_000;

    private const string HanFillers = "重的嘅之各每部台套约量达";

    // What is done with machines, as in 放兩台, and what joins one to another, as in 同一台.
    private const string LeadIns = "放置摆装有要需搬买入用同和及跟与加另";

    private static readonly string[] Fillers =
        "of a an the each about weighing weighs weigh weight with x × set sets no nos unit units".Split(' ');

    private static readonly string[] Sets =
    [
        "",
        "个",
        "架",
        "套",
        "台",
        "部",
        "座",
        "条",
        "units",
        "unit",
        "sets",
        "set",
    ];
    private static readonly string[] Lengths = ["long", "in length", "长"];

    private decimal? _mass;
    private decimal? _force;
    private decimal? _power;
    private int? _count;
    private (decimal? Length, decimal? Width, decimal? Height) _size;

    private IEnumerable<TypicalMachine> Kinds =>
        name.Interpretations.OfType<MachineInterpretation>().Select(machine => MachineLibrary.Of(machine.Code));

    public bool IsRoom => Kinds.Any(kind => kind.IsRoom);

    public bool IsGivenUp { get; private set; }

    /// <summary>The name is that of something else.</summary>
    public void GiveUp()
    {
        IsGivenUp = true;
        name.Interpretations = name.Interpretations.RemoveAll(meaning => meaning is MachineInterpretation);
    }

    /// <summary>Whether a word may stand between the name and a measure and says nothing.</summary>
    public bool IsFiller(TextSpan span)
    {
        var said = folded[span.Start..span.End];
        return !span.IsValue
            && span is { Owner: null, NamesAttribute: false }
            && (span.AsComparison is not null || Fillers.Contains(said) || said.All(HanFillers.Contains));
    }

    /// <summary>Takes the last character of 3噸重, behind a measure that is taken; false: it is another word.</summary>
    public bool TakeWeightWord(TextSpan span, TextSpan before)
    {
        if (before.Owner != name || folded[span.Start..span.End] != "重")
            return false;
        span.Owner = name;
        return true;
    }

    /// <summary>Takes a number or a measure, with what stands between; false: it is not this machine's.</summary>
    /// <param name="between">Emptied where it is taken.</param>
    /// <param name="isBehind">Whether it stands behind the name, where a bare number counts nothing.</param>
    public bool Take(TextSpan span, List<TextSpan> between, bool isBehind)
    {
        if (span.Owner is not null || span.IsTime || span.NamesAttribute || !TakeMeasure(span, isBehind))
            return false;
        foreach (var word in between.Append(span))
            (word.Owner, word.Amount, word.Interpretations) = (name, null, [new StopWordInterpretation()]);
        between.Clear();
        return true;
    }

    /// <summary>Ends the reading: of several kinds the one is meant that weighs most nearly so.</summary>
    public void Settle()
    {
        var kind = Kinds
            .OrderBy(kind => Math.Abs((_force ?? kind.Force ?? 0) - (kind.Force ?? 0)))
            .ThenBy(kind => Math.Abs((_mass ?? kind.Machine.Mass) - kind.Machine.Mass))
            .First();
        name.Interpretations =
        [
            .. name.Interpretations.Where(meaning => meaning is not MachineInterpretation),
            new MachineInterpretation(kind.Id, Measured(kind.Machine)),
        ];
    }

    // A crate is as much heavier as the machine is; one of another size travels as it stands.
    private Machine Measured(Machine typical)
    {
        var mass = _mass ?? typical.Mass;
        return typical with
        {
            Mass = mass,
            Length = _size.Length ?? typical.Length,
            Width = _size.Width ?? typical.Width,
            Height = _size.Height ?? typical.Height,
            Crate =
                _size != default ? null
                : typical.Crate is { Mass: { } crate } box
                    ? box with
                    {
                        Mass = decimal.Ceiling(crate * mass / typical.Mass),
                    }
                : typical.Crate,
            Power = _power ?? typical.Power,
            Count = _count is > 1 ? _count : null,
        };
    }

    private bool TakeMeasure(TextSpan span, bool isBehind)
    {
        if (span.Amount is not { } amount)
            return (!isBehind && TakeSaid(folded[span.Start..span.End])) || TakeSides(span);
        // The way must take the heaviest of a range.
        var number = amount.To ?? amount.Number;
        if (QuantityReader.In("kg", number, amount.Unit) is { } mass)
            return TakeMass(mass);
        if (amount.IsExtent && QuantityReader.In("m", number, amount.Unit) is { } side)
            return TakeExtent(span, side);
        if (QuantityReader.IsSupply(amount.Unit))
            return _power is null && (_power = QuantityReader.Convert("power", number, amount.Unit)) is not null;
        return (amount.Unit.Length > 0 || !isBehind)
            && Sets.Contains(amount.Unit)
            && TakeCount(amount.To is null ? amount.Number : null);
    }

    private bool TakeMass(decimal mass)
    {
        var force = mass / Tonne;
        if (Kinds.Any(kind => kind.Force is not null) && force >= LeastForce)
        {
            if (_force is not null || !Kinds.Any(kind => kind.Force == force))
                return false;
            _force = force;
            return true;
        }

        if (_mass is not null || mass < 1)
            return false;
        _mass = decimal.Round(mass, MidpointRounding.AwayFromZero);
        return true;
    }

    private bool TakeCount(decimal? count)
    {
        if (_count is not null || count is not (>= 1 and <= MaxCount) || !decimal.IsInteger(count.Value))
            return false;
        _count = (int)count;
        return true;
    }

    // "Two", 兩, 兩個, 放兩個, and 放兩台三噸重的, which says the mass too.
    private bool TakeSaid(string said)
    {
        if (Amount.InLetters(said) is { } letters)
            return TakeCount(letters);
        var given = said.TrimStart(LeadIns.ToCharArray());
        if (MassIn(given) is { } each)
            return TakeMass(each);
        if (given.Length == 0 || HanNumber.At(given, 0) is not { Fault: null } number)
            return false;
        var behind = given[number.End..];
        if (Sets.Contains(behind))
            return TakeCount(number.Value);
        var counted = Sets.Where(set => set.Length > 0 && behind.StartsWith(set, StringComparison.Ordinal));
        return _count is null
            && counted.Select(set => MassIn(behind[set.Length..])).FirstOrDefault(mass => mass is not null) is { } mass
            && TakeMass(mass)
            && TakeCount(number.Value);
    }

    // 三噸 and 每台三噸重的, in kg; null: it says no mass.
    private static decimal? MassIn(string said)
    {
        var given = said.Trim(HanFillers.ToCharArray());
        return given.Length > 0 && HanNumber.At(given, 0) is { Fault: null } number
            ? QuantityReader.In("kg", number.Value, given[number.End..])
            : null;
    }

    private bool TakeExtent(TextSpan span, decimal side)
    {
        var said = folded[span.Start..span.End];
        var isLength = Array.Exists(Lengths, word => said.EndsWith(word, StringComparison.Ordinal));
        if ((isLength ? _size.Length : _size.Width) is not null)
            return false;
        _size = isLength ? _size with { Length = side } : _size with { Width = side };
        return true;
    }

    // 2.6 x 2.3 x 2.5 m: length and width of the ground, and the height.
    private bool TakeSides(TextSpan span)
    {
        if (_size != default || Sides.Of(folded[span.Start..span.End]) is not [var length, var width, .. var rest])
            return false;
        _size = (length, width, rest is [var height] ? height : null);
        return true;
    }
}
