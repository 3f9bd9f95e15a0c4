using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Tests.Setup;
using Matchmaker.Matching.Values;

namespace Matchmaker.Grains.Tests.Live;

public sealed class SearchTests
{
    [Theory, OnBoth]
    public async Task The_same_question_in_three_languages_and_two_systems_of_units_finds_the_same(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system
            .Grains.Building("b1")
            .Put(
                Some.Officer,
                Some.Building(true, null, ("district", new CodeValue("kwunTong")), ("floorLoading", Some.Number(7.2m))),
                null,
                true
            );
        await system
            .Grains.Building("b1")
            .PutSpace(
                Some.Officer,
                "s1",
                Some.Space(true, null, ("headroom", Some.Number(4.3m)), ("power", Some.Number(200))),
                null,
                true
            );
        await system
            .Grains.Building("b1")
            .PutSpace(
                Some.Officer,
                "s2",
                Some.Space(true, null, ("headroom", Some.Number(4.2m)), ("power", Some.Number(200))),
                null,
                true
            );
        await system
            .Grains.Building("b2")
            .Put(Some.Officer, Some.Building(true, null, ("district", new CodeValue("kaiTak"))), null, true);
        await system
            .Grains.Building("b2")
            .PutSpace(Some.Officer, "s1", Some.Space(true, null, ("headroom", Some.Number(5))), null, true);

        foreach (
            var text in new[]
            {
                "150磅樓底14呎三相200A 觀塘",
                "7.2 kPa 4.27 m 200 A three-phase Kwun Tong",
                "观塘 三相200A 楼底14呎 150磅",
            }
        )
            Assert.Equal(
                ["b1/s1"],
                (await system.Grains.Index("sites").Search(Caller.Anonymous, text, 10)).Matches.Select(match =>
                    match.Id
                )
            );
    }

    [Theory, OnBoth]
    public async Task A_firm_is_found_by_its_name_in_either_script_and_by_what_it_makes(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system
            .Grains.Firm("f1")
            .Put(
                Some.Officer,
                Some.Firm(("capabilities", Some.Tags("process/machining/cnc"))) with
                {
                    Name = new("Harbour Precision", "臺灣海裏精密廠"),
                },
                null,
                true
            );
        await system
            .Grains.Firm("f2")
            .Put(
                Some.Officer,
                Some.Firm(("capabilities", Some.Tags("process/sheet-metal"))) with
                {
                    Public = false,
                },
                null,
                true
            );

        foreach (
            var text in new[]
            {
                "harbour precision",
                "Precision HARBOUR",
                "台湾海里",
                "臺灣海裡精密",
                "電腦鑼",
                "数控加工",
                "CNC machining",
            }
        )
            Assert.Equal(["f1"], await Found(Some.Person(), text));
        Assert.Equal(["f2"], await Found(Some.Officer, "鈑金"));
        Assert.Empty(await Found(Some.Person(), "鈑金"));
        Assert.Empty(await Found(Caller.Anonymous, "CNC"));
        Assert.Empty(await Found(Some.Officer, "harbour nonsense"));
        Assert.Empty(await Found(Some.Officer, "  "));

        async Task<IEnumerable<string>> Found(Caller caller, string text) =>
            (await system.Grains.Index("partners").Search(caller, text, 10)).Matches.Select(match => match.Id);
    }

    [Theory, OnBoth]
    public async Task A_word_that_an_admin_adds_is_understood_at_once(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system
            .Grains.Firm("f1")
            .Put(Some.Officer, Some.Firm(("certifications", Some.Tags("iso-13485"))), null, true);
        var list = await system.Grains.Taxonomy("certifications").Get(Some.Admin);
        Assert.Empty((await system.Grains.Index("partners").Search(Some.Officer, "zzquality", 10)).Criteria);

        await system
            .Grains.Taxonomy("certifications")
            .Put(
                Some.Admin,
                list with
                {
                    Terms =
                    [
                        .. list.Terms.Select(term =>
                            term.Code == "iso-13485" ? term with { Synonyms = term.Synonyms.Add("ZZquality") } : term
                        ),
                    ],
                },
                0,
                true
            );

        Assert.Equal(
            ["f1"],
            (await system.Grains.Index("partners").Search(Some.Officer, "zzquality", 10)).Matches.Select(match =>
                match.Id
            )
        );
    }
}
