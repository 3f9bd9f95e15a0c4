using System.Reflection;
using System.Text.Json.Serialization;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Contracts.Visits;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Secrecy;

/// <summary>
/// Every property of every kind is classified by its readers, and each role receives exactly its own classes.
/// </summary>
public sealed class DisclosureTests
{
    private const string OfListing = "Id Version Name Address Owner Values Facts VerifiedOn Source Public Sample";

    private static readonly Caller Stranger = Some.Maker("stranger");

    private static readonly Classes[] Kinds =
    [
        new(typeof(Building), Public: $"{OfListing} Waivers"),
        // What each reader knows of a hold: HoldTests.
        new(typeof(Space), Public: $"{OfListing} Unit Position Status Waivers Inherited", Apart: "Hold"),
        new(typeof(Firm), Public: $"{OfListing} BuildingId RegistrationNumber MergedInto Gave"),
        new(typeof(Centre), Public: $"{OfListing} ValidFrom ValidTo"),
        new(typeof(Owner), Public: "Id Version Name Public Sample"),
        new(typeof(TaxonomyRevision), Public: "Id Version Attributes Terms"),
        new(typeof(ProgrammeRevision), Public: "Id Version Versions"),
        new(
            typeof(Opportunity),
            Public: "Id Version Values Facts VerifiedOn Public Sample",
            Party: "Name Address Owner Source"
        ),
        new(typeof(Enterprise), Party: "Id Version Name Industry Confidential Size Brands Sample"),
        new(typeof(Demand), Party: "Id Version Board Owner Name Criteria Combine NotifyAbove Digest"),
        new(typeof(Brief), Party: "Id Version Owner Name Text Demands"),
        new(typeof(Shortlist), Party: "Id Version Owner Demand Name Items Hash KeptAt Shown"),
        new(typeof(Enquiry), Party: "Id Version Owner Board Text Criteria Status Answer"),
        new(typeof(Applicant), Party: "Id Version Facts Tell"),
        new(typeof(Upgrade), Party: "Id Version Answers Steps Consent Tell"),
        new(
            typeof(Account),
            Office: "Id Version Email Role Enterprise Firm Owner Sample InvitedBy Vouches Objection Name Language NoDigests NoProgrammes"
        ),
        new(typeof(Officer), Office: "Id Version Absences Interests"),
        new(typeof(Visit), Office: "Id Version Owner Window Stops Start End KeepsOrder Booked By"),
        new(typeof(Pin), Office: "Id Version Demand Match Kind Reason ProposedBy ApprovedBy"),
    ];

    private static readonly SideClasses OfIntroduction = new(
        typeof(Introduction),
        Both: "Id Version Board State Officer Seeker Counterpart CreatedAt MovedAt OfferedAt Holder Meetings",
        Seeker: "Demand DemandName Score Verdict AskedBy",
        Counterpart: "Match MatchName",
        Released: "Match MatchName ReleasedAt Outcome",
        Office: "MovedBy Overdue DueOn Jobs FloorArea Investment Reason Override AftercareOn Aftercare Notes Moves",
        Internal: "Inside"
    );

    // A side reads all of itself.
    private static readonly SideClasses OfOtherParticipant = new(
        typeof(Participant),
        Both: "Alias Teaser",
        Released: "Party Name Details",
        Office: "Consent Mailbox MailboxBy MailboxVouches Times TimesAsked"
    );

    public static TheoryData<Type> Types => [.. KindTable.All.Select(kind => kind.Type).OfType<Type>()];

    [Theory, MemberData(nameof(Types))]
    public void Every_property_of_a_kind_is_classified(Type type) =>
        Assert.Equal(
            Properties(type).Select(property => property.Name).Order(StringComparer.Ordinal),
            (type == typeof(Introduction) ? OfIntroduction.All : Kinds.Single(row => row.Type == type).All)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Every_property_of_a_participant_is_classified() =>
        Assert.Equal(
            Properties(typeof(Participant)).Select(property => property.Name).Order(StringComparer.Ordinal),
            OfOtherParticipant.All.Order(StringComparer.Ordinal)
        );

    [Theory, MemberData(nameof(Types))]
    public void Each_role_receives_the_properties_of_its_classes(Type type)
    {
        if (type == typeof(Introduction))
            return; // its views depend on its state: the tests below
        var (kind, classes) = (KindTable.All.Single(kind => kind.Type == type), Kinds.Single(row => row.Type == type));
        var record = Filled.Of(type);
        if (Properties(type).FirstOrDefault(property => property.Name == "Owner") is { CanWrite: true } owner)
            owner.SetValue(record, Some.Person().Party.ToString());
        var visibility = new Visibility(kind.Code, Some.Person().Party, kind.Readers is KindReaders.Everybody);

        Assert.Equal(classes.To(Stranger), Received(record, visibility, Stranger));
        Assert.Equal(classes.To(Some.Person()), Received(record, visibility, Some.Person()));
        Assert.Equal(classes.To(Some.Admin), Received(record, visibility, Some.Admin));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_side_receives_the_properties_of_its_classes(bool isReleased)
    {
        var introduction = Full(isReleased);
        foreach (var (side, caller) in new[] { (Side.Seeker, Some.Person()), (Side.Counterpart, Some.OwnerAgent()) })
        {
            var view = View(introduction, caller);
            Assert.Equal(OfIntroduction.To(side, isReleased), NamesOf(view));
            Assert.Equal(NamesOf(introduction.On(side)), NamesOf(view.On(side)));
            Assert.Equal(OfOtherParticipant.To(side, isReleased), NamesOf(view.On(side.Other())));
        }
    }

    [Fact]
    public void The_office_receives_all_of_an_introduction_but_what_is_internal() =>
        Assert.Equal(
            OfIntroduction.All.Except(["Inside"]).Distinct().Order(StringComparer.Ordinal),
            NamesOf(View(Full(isReleased: true), Some.Officer))
        );

    [Fact]
    public void A_stranger_receives_nothing_of_an_introduction() =>
        Assert.Null(Full(isReleased: true).AuthorizedView(Stranger, OfOffice));

    private static Visibility OfOffice => new(RecordKind.Introduction, Some.Person().Party, false);

    private static Introduction View(Introduction introduction, Caller caller) =>
        introduction.AuthorizedView(caller, OfOffice)!;

    private static Introduction Full(bool isReleased)
    {
        var filled = (Introduction)Filled.Of(typeof(Introduction));
        return filled with
        {
            AskedBy = Side.Seeker,
            ReleasedAt = isReleased ? filled.ReleasedAt : null,
            Seeker = (Participant)Filled.Of(typeof(Participant)) with { Party = Some.Person().Party.ToString() },
            Counterpart = (Participant)Filled.Of(typeof(Participant)) with
            {
                Party = Some.OwnerAgent().Party.ToString(),
            },
            Inside = new(SeekerVersion: 2, CounterpartVersion: 3),
        };
    }

    private static List<string> Received(object record, Visibility visibility, Caller caller) =>
        Access.MaySee(caller, visibility) ? NamesOf(((Contracts.Records.Record)record).For(caller)) : [];

    private static List<string> NamesOf(object view) =>
        [
            .. Properties(view.GetType())
                .Where(property => Filled.Is(property.PropertyType, property.GetValue(view)))
                .Select(property => property.Name)
                .Order(StringComparer.Ordinal),
        ];

    private static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always }
            );

    /// <param name="Public">For whoever browses the kind.</param>
    /// <param name="Party">For the record's own people and the office.</param>
    /// <param name="Office">For the office.</param>
    /// <param name="Apart">For nobody; what a reader may know of it is added afterwards.</param>
    private sealed record Classes(
        Type Type,
        string Public = "",
        string Party = "",
        string Office = "",
        string Apart = ""
    )
    {
        public IEnumerable<string> All => Names(Public, Party, Office, Apart);

        public IEnumerable<string> To(Caller caller) =>
            caller.IsOffice ? Names(Public, Party, Office)
            : caller == Stranger ? Names(Public)
            : Names(Public, Party);
    }

    /// <param name="Released">For both sides when the details are exchanged.</param>
    private sealed record SideClasses(
        Type Type,
        string Both,
        string Released,
        string Office,
        string Seeker = "",
        string Counterpart = "",
        string Internal = ""
    )
    {
        public IEnumerable<string> All => Names(Both, Seeker, Counterpart, Released, Office, Internal);

        public IEnumerable<string> To(Side side, bool isReleased) =>
            Names(Both, side is Side.Seeker ? Seeker : Counterpart, isReleased ? Released : "");
    }

    private static IEnumerable<string> Names(params string[] lists) =>
        lists
            .SelectMany(list => list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Distinct()
            .Order(StringComparer.Ordinal);
}
