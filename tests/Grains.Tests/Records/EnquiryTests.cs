using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Records;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Records;

public sealed class EnquiryTests
{
    [Theory, OnBoth]
    public async Task An_enquiry_is_queued_until_the_office_answers(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Firm("f1").Put(Some.Officer, Some.Firm(), null, true);
        var enquiry = system.Grains.Enquiry(Some.Id(3));
        var asked = await enquiry.Put(Some.Maker(), Asks(), null, false);

        Assert.Single((await system.Grains.Catalogue<Enquiry>().List(Some.OtherOfficer, new())).Items);
        await Assert.ThrowsAsync<InvalidException>(() =>
            enquiry.Put(Some.Maker(), asked.Record with { Status = EnquiryStatus.Answered, Answer = "Yes" }, 1, false)
        );
        await Assert.ThrowsAsync<InvalidException>(() =>
            enquiry.Put(Some.Officer, asked.Record with { Status = EnquiryStatus.Answered }, 1, false)
        );
        await enquiry.Put(
            Some.Officer,
            asked.Record with
            {
                Status = EnquiryStatus.Answered,
                Answer = "Ask the institute.\nIt has a line.",
            },
            1,
            false
        );

        Assert.Equal(EnquiryStatus.Answered, (await enquiry.Get(Some.Maker())).Status);
        foreach (var stranger in new[] { Caller.Anonymous, Some.Maker("f2"), Some.Person(), Some.OwnerAgent() })
            await Assert.ThrowsAsync<NotFoundException>(() => enquiry.Get(stranger));
    }

    [Theory, OnBoth]
    public async Task An_enquiry_names_a_board_and_has_a_text(Store store)
    {
        await using var system = await TestSystem.On(store);
        await system.Grains.Firm("f1").Put(Some.Officer, Some.Firm(), null, true);

        var wrong = await Assert.ThrowsAsync<InvalidException>(() =>
            system
                .Grains.Enquiry(Some.Id(3))
                .Put(Some.Maker(), Asks() with { Text = "  ", Board = "moon" }, null, false)
        );

        Assert.Equal(["board", "text"], wrong.Errors.Select(error => error.Path).Order());
    }

    private static Enquiry Asks() => new() { Board = "research", Text = "Who grows diamond films?" };
}
