using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;

namespace Matchmaker.Grains.Tests.Secrecy;

/// <summary>Parties as texts: what the store, the API and a session hold.</summary>
public sealed class PartyIdTests
{
    public static TheoryData<string> Kinds => [.. KindTable.All.Where(kind => kind.IsParty).Select(kind => kind.Code)];

    [Theory, MemberData(nameof(Kinds))]
    public void A_party_is_the_same_after_its_text(string kind)
    {
        foreach (var id in new[] { "x1", "a.b-c_d", "0123456789abcdef0123456789abcdef" })
        {
            var party = new PartyId(kind, id);

            Assert.Equal(party, PartyId.Parse(party.ToString()));
            Assert.Equal(id, PartyId.IdOf(party, kind));
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void A_text_is_the_same_after_its_party(string kind)
    {
        var text = $"{KindTable.Of(kind).Collection}/x1";

        Assert.Equal(text, PartyId.Parse(text).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x1")]
    [InlineData("firms")]
    [InlineData("firm/x1")]
    [InlineData("Firms/x1")]
    [InlineData("buildings/b1")]
    [InlineData("demands/d1")]
    public void A_text_that_names_no_party_is_none(string? text) => Assert.Null(PartyId.Parse(text));

    [Fact]
    public void Parties_of_two_kinds_with_one_id_are_two_parties() =>
        Assert.Equal(
            KindTable.All.Count(kind => kind.IsParty),
            KindTable.All.Where(kind => kind.IsParty).Select(kind => new PartyId(kind.Code, "x1")).Distinct().Count()
        );
}
