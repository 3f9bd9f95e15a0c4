using Microsoft.OpenApi;

namespace Matchmaker.Web.OpenApi;

/// <summary>The sections of the document.</summary>
internal static class ApiTags
{
    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["Accounts"] = "Sign-in, accounts and the invitations that create them.",
        ["Boards"] = "The boards with their attributes, units and codes.",
        ["Briefs"] = "Everything that one client wants, on all boards.",
        ["Shortlists"] = "Matches as a demand was shown them, kept, compared and worked out again.",
        ["Buildings"] = "Buildings and their spaces: what the board sites offers.",
        ["Centres"] = "R&D centres: what the board research offers.",
        ["Changes"] = "Every record in the order of its last change, for other systems.",
        ["Demands"] = "Standing demands and their matches.",
        ["Desk"] = "The office's board, leads and officers.",
        ["Enquiries"] = "Questions that no board answers, put to the office in words.",
        ["Enterprises"] = "Incoming enterprises and the officers cleared for confidential projects.",
        ["Exports"] = "Records as CSV, GeoJSON or a workbook.",
        ["Figures"] = "Introductions in numbers.",
        ["Firms"] = "Local manufacturers: what the board partners offers.",
        ["Gates"] = "The dated rules of plans and leases by which uses are judged.",
        ["Health"] = "Whether the process runs and serves requests.",
        ["Imports"] = "Records from CSV, XLSX or GeoJSON, in one call or in steps.",
        ["Introductions"] = "The way of one match from the suggestion to the outcome.",
        ["Journal"] = "Who changed what, and whether the journal is intact.",
        ["Live"] = "Changes pushed to clients.",
        ["Mail"] = "Mails that wait or went out.",
        ["Map"] = "What lies below the results on the map.",
        ["Matching"] = "Demands that are not saved.",
        ["Opportunities"] = "Needs that enterprises publish: what the board opportunities offers.",
        ["Owners"] = "Owners and agents of buildings.",
        ["Pins"] = "Places on a demand's list that two officers set by hand.",
        ["Programmes"] = "Funding and talent programmes, their rules and assessments.",
        ["Questions"] = "Stale facts of the caller's own records.",
        ["Reading"] = "How a typed text is read as a value.",
        ["Search"] = "One sentence or word across every board.",
        ["Visits"] = "A client's visits to several counterparts on one day, in the order that fits.",
        ["Start-ups"] = "The path of a start-up: programmes, places, partners and first customers.",
        ["Upgrades"] = "How a manufacturer upgrades: steps, money, and the needs that they open.",
        ["Taxonomies"] = "The codes that tags may claim, with their labels and synonyms.",
    };

    /// <exception cref="InvalidOperationException">A route has a tag that is not described here.</exception>
    public static HashSet<OpenApiTag> Of(OpenApiDocument document)
    {
        var unknown = (document.Tags ?? new HashSet<OpenApiTag>())
            .Select(tag => tag.Name!)
            .Where(name => !Descriptions.ContainsKey(name));
        return unknown.Any()
            ? throw new InvalidOperationException(
                $"Describe these tags in {nameof(ApiTags)}: {string.Join(", ", unknown)}"
            )
            : [.. Descriptions.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value })];
    }
}
