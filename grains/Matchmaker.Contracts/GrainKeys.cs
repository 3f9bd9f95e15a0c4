using Matchmaker.Contracts.Accounts;
using Matchmaker.Contracts.Boards;
using Matchmaker.Contracts.Briefs;
using Matchmaker.Contracts.Buildings;
using Matchmaker.Contracts.Calendar;
using Matchmaker.Contracts.Callers;
using Matchmaker.Contracts.Centres;
using Matchmaker.Contracts.Clock;
using Matchmaker.Contracts.Confidentiality;
using Matchmaker.Contracts.Demands;
using Matchmaker.Contracts.Desk;
using Matchmaker.Contracts.Digests;
using Matchmaker.Contracts.Enquiries;
using Matchmaker.Contracts.Enterprises;
using Matchmaker.Contracts.Figures;
using Matchmaker.Contracts.Firms;
using Matchmaker.Contracts.Gates;
using Matchmaker.Contracts.Introductions;
using Matchmaker.Contracts.Journal;
using Matchmaker.Contracts.Live;
using Matchmaker.Contracts.Mail;
using Matchmaker.Contracts.Officers;
using Matchmaker.Contracts.Opportunities;
using Matchmaker.Contracts.Packages;
using Matchmaker.Contracts.People;
using Matchmaker.Contracts.Pins;
using Matchmaker.Contracts.Programmes;
using Matchmaker.Contracts.Questions;
using Matchmaker.Contracts.Records;
using Matchmaker.Contracts.Shortlists;
using Matchmaker.Contracts.StartUps;
using Matchmaker.Contracts.Taxonomies;
using Matchmaker.Contracts.Upgrades;
using Matchmaker.Contracts.Upgrades.Steps;
using Matchmaker.Contracts.Uploads;
using Matchmaker.Contracts.Visits;
using Matchmaker.Matching;

namespace Matchmaker.Contracts;

/// <summary>
/// The one place where an id becomes a grain's key. A text that cannot name a record is not found.
/// </summary>
public static class GrainKeys
{
    public static IBuildingGrain Building(this IGrainFactory grains, string id) =>
        grains.GetGrain<IBuildingGrain>(Key(id));

    public static IHoldsGrain Holds(this IGrainFactory grains) => grains.GetGrain<IHoldsGrain>(0);

    public static IEnterpriseGrain Enterprise(this IGrainFactory grains, string id) =>
        grains.GetGrain<IEnterpriseGrain>(Key(id));

    public static IOwnerGrain Owner(this IGrainFactory grains, string id) => grains.GetGrain<IOwnerGrain>(Key(id));

    public static IFirmGrain Firm(this IGrainFactory grains, string id) => grains.GetGrain<IFirmGrain>(Key(id));

    public static IDuplicatesGrain Duplicates(this IGrainFactory grains) => grains.GetGrain<IDuplicatesGrain>(0);

    public static IUploadGrain Upload(this IGrainFactory grains, string id) => grains.GetGrain<IUploadGrain>(Key(id));

    public static IUploadsGrain Uploads(this IGrainFactory grains) => grains.GetGrain<IUploadsGrain>(0);

    public static IColumnMatchesGrain ColumnMatches(this IGrainFactory grains) =>
        grains.GetGrain<IColumnMatchesGrain>(0);

    public static ICentreGrain Centre(this IGrainFactory grains, string id) => grains.GetGrain<ICentreGrain>(Key(id));

    public static IDemandGrain Demand(this IGrainFactory grains, string id) => grains.GetGrain<IDemandGrain>(Key(id));

    public static IShortlistGrain Shortlist(this IGrainFactory grains, string id) =>
        grains.GetGrain<IShortlistGrain>(Key(id));

    public static ISharedSheetsGrain SharedSheets(this IGrainFactory grains) => grains.GetGrain<ISharedSheetsGrain>(0);

    public static IBriefGrain Brief(this IGrainFactory grains, string id) => grains.GetGrain<IBriefGrain>(Key(id));

    public static IOpportunityGrain Opportunity(this IGrainFactory grains, string id) =>
        grains.GetGrain<IOpportunityGrain>(Key(id));

    public static IEnquiryGrain Enquiry(this IGrainFactory grains, string id) =>
        grains.GetGrain<IEnquiryGrain>(Key(id));

    public static IIntroductionGrain Introduction(this IGrainFactory grains, string id) =>
        grains.GetGrain<IIntroductionGrain>(Key(id));

    public static IVisitGrain Visit(this IGrainFactory grains, string id) => grains.GetGrain<IVisitGrain>(Key(id));

    public static IAliasesGrain Aliases(this IGrainFactory grains, PartyId party) =>
        grains.GetGrain<IAliasesGrain>(Key(party.ToString()));

    public static IDeskGrain Desk(this IGrainFactory grains) => grains.GetGrain<IDeskGrain>(0);

    public static ILeadsGrain Leads(this IGrainFactory grains) => grains.GetGrain<ILeadsGrain>(0);

    public static IDigestsGrain Digests(this IGrainFactory grains) => grains.GetGrain<IDigestsGrain>(0);

    public static IAccessLogGrain Views(this IGrainFactory grains) => grains.GetGrain<IAccessLogGrain>(0);

    public static IFiguresGrain Figures(this IGrainFactory grains) => grains.GetGrain<IFiguresGrain>(0);

    public static IAuditGrain Log(this IGrainFactory grains) => grains.GetGrain<IAuditGrain>(0);

    public static IPinGrain Pin(this IGrainFactory grains, string id) => grains.GetGrain<IPinGrain>(Key(id));

    public static IOfficerGrain Officer(this IGrainFactory grains, string email) =>
        grains.GetGrain<IOfficerGrain>(Key(Email.Normal(email)));

    public static IOutboxGrain Outbox(this IGrainFactory grains) => grains.GetGrain<IOutboxGrain>(0);

    public static IClockGrain Clock(this IGrainFactory grains) => grains.GetGrain<IClockGrain>(0);

    public static IWitnessGrain Witness(this IGrainFactory grains) => grains.GetGrain<IWitnessGrain>(0);

    public static ITaxonomyGrain Taxonomy(this IGrainFactory grains, string id) =>
        grains.GetGrain<ITaxonomyGrain>(Key(id));

    public static IStepsGrain Steps(this IGrainFactory grains) => grains.GetGrain<IStepsGrain>(0);

    public static IGatesGrain Gates(this IGrainFactory grains) => grains.GetGrain<IGatesGrain>(0);

    public static IProgrammeGrain Programme(this IGrainFactory grains, string id) =>
        grains.GetGrain<IProgrammeGrain>(Key(id));

    public static IProgrammesGrain Programmes(this IGrainFactory grains) => grains.GetGrain<IProgrammesGrain>(0);

    public static IPackagesGrain Packages(this IGrainFactory grains) => grains.GetGrain<IPackagesGrain>(0);

    public static IApplicantGrain Applicant(this IGrainFactory grains, PartyId party) =>
        grains.GetGrain<IApplicantGrain>(Key(ApplicantId.Of(party)));

    public static IUpgradeGrain Upgrade(this IGrainFactory grains, string firm) =>
        grains.GetGrain<IUpgradeGrain>(Key(firm));

    public static IUpgradesGrain Upgrades(this IGrainFactory grains) => grains.GetGrain<IUpgradesGrain>(0);

    public static IUpgradePathsGrain UpgradePaths(this IGrainFactory grains) => grains.GetGrain<IUpgradePathsGrain>(0);

    public static IStartUpPathsGrain StartUpPaths(this IGrainFactory grains) => grains.GetGrain<IStartUpPathsGrain>(0);

    public static IIndexGrain Index(this IGrainFactory grains, string board) =>
        grains.GetGrain<IIndexGrain>(Key(board));

    public static IJournalGrain Journal(this IGrainFactory grains) => grains.GetGrain<IJournalGrain>(0);

    public static IQuestionsGrain Questions(this IGrainFactory grains) => grains.GetGrain<IQuestionsGrain>(0);

    public static IChangesGrain Changes(this IGrainFactory grains) => grains.GetGrain<IChangesGrain>(0);

    public static ILiveGrain Live(this IGrainFactory grains) => grains.GetGrain<ILiveGrain>(0);

    public static IAccountGrain Account(this IGrainFactory grains, string email) =>
        grains.GetGrain<IAccountGrain>(Key(Email.Normal(email)));

    public static IAccountsGrain Accounts(this IGrainFactory grains) => grains.GetGrain<IAccountsGrain>(0);

    public static IPeopleGrain People(this IGrainFactory grains) => grains.GetGrain<IPeopleGrain>(0);

    public static ICalendarGrain Calendar(this IGrainFactory grains) => grains.GetGrain<ICalendarGrain>(0);

    public static IKeyRingGrain KeyRing(this IGrainFactory grains) => grains.GetGrain<IKeyRingGrain>(0);

    public static IIdempotencyGrain Repeat(this IGrainFactory grains, string key) =>
        grains.GetGrain<IIdempotencyGrain>(Key(key));

    public static IListingQueryGrain<T> Catalogue<T>(this IGrainFactory grains)
        where T : Record => grains.GetGrain<IListingQueryGrain<T>>(0);

    /// <exception cref="NotFoundException">No record has such an id.</exception>
    private static string Key(string? id) => StorableText.IsName(id) ? id! : throw new NotFoundException();
}
