using System.Text.RegularExpressions;

namespace Matchmaker.House.Tests;

/// <summary>
/// ARCHITECTURE.md, "Who calls": which calls into grains carry no caller, and why none of these needs one.
/// </summary>
public sealed partial class CallerTests
{
    /// <summary>No person stands behind the call: grains, hosts and the clock talk to each other.</summary>
    private static readonly string[] Internal =
    [
        "IJournalGrain",
        "IProjectionGrain",
        "ILiveGrain",
        "IClockGrain",
        "ICalendarGrain",
        "IOutboxGrain",
        "IWitnessGrain",
        "IDigestsGrain",
        "IKeyRingGrain",
        "IIdempotencyGrain",
        "IAliasesGrain",
        "IUploadsGrain",
        "IHoldsGrain.EndDue",
        "IIndexGrain.Heads",
        "IIndexGrain.HeadOf",
        "IDeskGrain.Due",
        "IDeskGrain.Renew",
        "IDeskGrain.TakeLeads",
        "ILeadsGrain.Lost",
        "ILeadsGrain.Matched",
        "ILeadsGrain.Republish",
        "IIntroductionGrain.Remind",
        "IIntroductionGrain.RecountConsents",
        "IAccountGrain.AddVouch",
        "IAccountGrain.RaiseObjection",
        "IProgrammesGrain.NotifyApplicants",
        "IUpgradesGrain.NotifyFirms",
    ];

    /// <summary>Nobody is known yet, or the call decides who is.</summary>
    private static readonly string[] BeforeSignIn =
    [
        "IAccountsGrain.HasAdmin",
        "IAccountsGrain.IsLastAdmin",
        "IAccountsGrain.InviteFirstAdmin",
        "IAccountsGrain.Accept",
        "IPeopleGrain.Accept",
        "IPeopleGrain.TellOfGuesses",
        "IPeopleGrain.TellOfChange",
        "IPeopleGrain.TellOfFactor",
        "IPeopleGrain.SendReset",
        "IAccountGrain.Standing",
        "IAccountGrain.Check",
        "IAccountGrain.OpenSession",
        "IAccountGrain.Credential",
        "IAccountGrain.BeginSignIn",
        "IAccountGrain.SucceedSignIn",
        "IAccountGrain.SetPassword",
        "IAccountGrain.Rehash",
        "IAccountGrain.Factor",
        "IAccountGrain.BeginCode",
        "IAccountGrain.TakeStep",
        "IAccountGrain.TakeRecovery",
        "IAccountGrain.BeginReset",
        "IAccountGrain.KeepReset",
        "IAccountGrain.Reset",
        "IAccountGrain.Passkeys",
        "IAccountGrain.UsePasskey",
        "IPeopleGrain.FindPasskey",
        "IPeopleGrain.TellOfPasskey",
        "IAccountGrain.Admit",
        "IAccountGrain.Enter",
        "IAccountGrain.Shut",
        "IAccountsGrain.Enter",
        "IPeopleGrain.Enter",
    ];

    /// <summary>The token of a link is the proof.</summary>
    private static readonly string[] ByLink =
    [
        "IIntroductionGrain.Look",
        "IIntroductionGrain.Answer",
        "IShortlistGrain.ReadByLink",
        "ISharedSheetsGrain.Read",
    ];

    /// <summary>The answer is the same for everybody.</summary>
    private static readonly string[] Public =
    [
        "IProgrammesGrain.List",
        "IProgrammesGrain.Assess",
        "IStepsGrain.On",
        "IIndexGrain.ReadSentence",
        "IDuplicatesGrain.FindWithin",
    ];

    private static readonly IReadOnlyList<(string Grain, string Method, string Parameters)> Calls = [.. AllCalls()];

    [Fact]
    public void Every_call_into_a_grain_carries_its_caller_or_is_listed_here()
    {
        string[] listed = [.. Internal, .. BeforeSignIn, .. ByLink, .. Public];
        var without = Calls.Where(call => !call.Parameters.Contains("Caller caller", StringComparison.Ordinal));

        Assert.InRange(Calls.Count, 80, 1_000); // the search still finds the contracts
        Assert.Equal(
            [],
            without
                .Where(call => !listed.Contains(call.Grain) && !listed.Contains($"{call.Grain}.{call.Method}"))
                .Select(call => $"{call.Grain}.{call.Method}")
        );
    }

    private static IEnumerable<(string, string, string)> AllCalls() =>
        from file in House.Under("grains/Matchmaker.Contracts/", ".cs")
        let code = Comments().Replace(House.Read(file), "")
        from Match grain in Grains().Matches(code)
        from Match call in Methods().Matches(grain.Groups[2].Value)
        select (grain.Groups[1].Value, call.Groups[1].Value, call.Groups[2].Value);

    [GeneratedRegex(@"^\s*///?.*$", RegexOptions.Multiline)]
    private static partial Regex Comments();

    // An interface of a grain and its body, up to the brace that stands alone at the start of a line.
    [GeneratedRegex(
        @"^public interface (I\w+Grain)\b[^{;]*\{(.*?)^\}",
        RegexOptions.Multiline | RegexOptions.Singleline
    )]
    private static partial Regex Grains();

    [GeneratedRegex(@"\bTask\b[^;(]*?\b(\w+)\(([^;]*)\);")]
    private static partial Regex Methods();
}
