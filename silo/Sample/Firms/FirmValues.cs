using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample;

/// <summary>What is stated of one invented firm: plausible for its trade, and a quarter of it unknown, as in life.</summary>
internal sealed class FirmValues(Trade trade, Building building, Chance chance, DateOnly today)
{
    private readonly ImmutableSortedDictionary<string, Value>.Builder _values = ImmutableSortedDictionary.CreateBuilder<
        string,
        Value
    >(StringComparer.Ordinal);

    /// <param name="isModel">Whether it can do and says all that its trade can.</param>
    public ImmutableSortedDictionary<string, Value> Stated(bool isModel)
    {
        Claim("capabilities", [.. trade.Core, .. trade.More.Where(_ => isModel || chance.Of(0.4))]);
        Claim("materials", [.. trade.Materials.Where(_ => isModel || chance.Of(0.6))]);
        Claim(
            "industries",
            [.. trade.Industries, .. chance.Of(0.5) ? ["strategic/advancedManufacturing"] : Array.Empty<string>()]
        );
        Certify(isModel);
        Size(isModel ? 1 : 0.75);
        Terms(isModel ? 1 : 0.7);
        foreach (var code in new[] { "district", "location" })
        {
            if (building.Values.TryGetValue(code, out var place))
                _values[code] = place;
        }

        return _values.ToImmutable();
    }

    /// <summary>Because firms are asked about free machines more often than about their founding, some have a younger day for these alone.</summary>
    public ImmutableSortedDictionary<string, Fact>? Facts() =>
        _values.ContainsKey("machineHours") && chance.Of(0.2)
            ? ImmutableSortedDictionary<string, Fact>.Empty.Add(
                "machineHours",
                new(today.AddDays(-chance.Int(0, 25)), "Invented sample call")
            )
            : null;

    private void Certify(bool isModel)
    {
        var held = trade.Certifications.Where(_ => isModel || chance.Of(0.55));
        _values["certifications"] = Sorted(
            held.Select(code => new Tag(code, isModel ? today.AddDays(chance.Int(200, 900)) : Until()))
        );
    }

    // Expired, soon to expire, far from it, or without a known end.
    private DateOnly? Until() =>
        chance.Int(0, 9) switch
        {
            0 => today.AddDays(-chance.Int(1, 40)),
            1 or 2 => today.AddDays(chance.Int(1, 60)),
            9 => null,
            _ => today.AddDays(chance.Int(150, 1000)),
        };

    private void Size(double known)
    {
        var employees = chance.Int(4, 180);
        Put("employees", known, employees);
        Put("researchStaff", known * 0.6, chance.Int(0, 1 + (employees / 10)));
        Put("workshopArea", known, employees * chance.Int(8, 22));
        Put("founded", known, chance.Int(1968, 2022));
        Put("smartLevel", known * 0.7, chance.Pick(0, 0, 1, 1, 1, 2, 2, 3));
    }

    private void Terms(double known)
    {
        Put("machineHours", known, chance.Int(4, 90) * 10);
        Put("smallestOrder", known, chance.Pick(1, 1, 10, 50, 100, 500, 1000));
        Put("leadTime", known, chance.Int(5, 45));
        if (trade.Tolerance > 0)
            Put("tolerance", known, trade.Tolerance * chance.Pick(1, 1, 2, 4));
        Flag("exporter", known, 0.55);
        Flag("confidentiality", known, 0.8);
        Flag("prototypes", known, 0.6);
        Flag("upgrading", known * 0.7, 0.35);
    }

    private void Claim(string code, IEnumerable<string> tags) =>
        _values[code] = Sorted(tags.Select(tag => new Tag(tag)));

    private static TagsValue Sorted(IEnumerable<Tag> tags) =>
        new([.. tags.OrderBy(tag => tag.Code, StringComparer.Ordinal)]);

    private void Put(string code, double known, decimal number)
    {
        if (chance.Of(known))
            _values[code] = new NumberValue(number);
    }

    private void Flag(string code, double known, double yes)
    {
        var answer = new FlagValue(chance.Of(yes));
        if (chance.Of(known))
            _values[code] = answer;
    }
}
