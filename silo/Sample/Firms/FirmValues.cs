using System.Collections.Immutable;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Matching.Values;

namespace Matchmaker.Silo.Sample.Firms;

/// <summary>
/// The stated values of one invented firm: plausible for its trade, and a quarter of them unknown, as in real data.
/// </summary>
internal sealed class FirmValues(Trade trade, Building building, RandomSource random, DateOnly today)
{
    private readonly ImmutableSortedDictionary<string, Value>.Builder _values = ImmutableSortedDictionary.CreateBuilder<
        string,
        Value
    >(StringComparer.Ordinal);

    /// <param name="isModel">Whether the firm has, and states, everything that its trade offers.</param>
    public ImmutableSortedDictionary<string, Value> Stated(bool isModel)
    {
        Claim("capabilities", [.. trade.Core, .. trade.More.Where(_ => isModel || random.Of(0.4))]);
        Claim("materials", [.. trade.Materials.Where(_ => isModel || random.Of(0.6))]);
        Claim(
            "industries",
            [.. trade.Industries, .. random.Of(0.5) ? ["strategic/advancedManufacturing"] : Array.Empty<string>()]
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

    /// <summary>
    /// Facts with a more recent day: offices ask firms about free machine hours more often than about their founding
    /// year.
    /// </summary>
    public ImmutableSortedDictionary<string, Fact>? Facts() =>
        _values.ContainsKey("machineHours") && random.Of(0.2)
            ? ImmutableSortedDictionary<string, Fact>.Empty.Add(
                "machineHours",
                new(today.AddDays(-random.Int(0, 25)), "Invented sample call")
            )
            : null;

    private void Certify(bool isModel)
    {
        var held = trade.Certifications.Where(_ => isModel || random.Of(0.55));
        _values["certifications"] = Sorted(
            held.Select(code => new Tag(code, isModel ? today.AddDays(random.Int(200, 900)) : Until()))
        );
    }

    // Expired, soon to expire, far from it, or without a known end.
    private DateOnly? Until() =>
        random.Int(0, 9) switch
        {
            0 => today.AddDays(-random.Int(1, 40)),
            1 or 2 => today.AddDays(random.Int(1, 60)),
            9 => null,
            _ => today.AddDays(random.Int(150, 1000)),
        };

    private void Size(double known)
    {
        var employees = random.Int(4, 180);
        Put("employees", known, employees);
        Put("researchStaff", known * 0.6, random.Int(0, 1 + (employees / 10)));
        Put("workshopArea", known, employees * random.Int(8, 22));
        Put("founded", known, random.Int(1968, 2022));
        Put("smartLevel", known * 0.7, random.Pick(0, 0, 1, 1, 1, 2, 2, 3));
    }

    private void Terms(double known)
    {
        Put("machineHours", known, random.Int(4, 90) * 10);
        Put("smallestOrder", known, random.Pick(1, 1, 10, 50, 100, 500, 1000));
        Put("leadTime", known, random.Int(5, 45));
        if (trade.Tolerance > 0)
            Put("tolerance", known, trade.Tolerance * random.Pick(1, 1, 2, 4));
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
        if (random.Of(known))
            _values[code] = new NumberValue(number);
    }

    private void Flag(string code, double known, double yes)
    {
        var answer = new FlagValue(random.Of(yes));
        if (random.Of(known))
            _values[code] = answer;
    }
}
