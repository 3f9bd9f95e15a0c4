using Matchmaker.Contracts.Introductions;

namespace Matchmaker.Silo.Sample.Weeks;

/// <summary>What the invented officers and parties write: each in the language in which they work.</summary>
internal static class Remarks
{
    public static readonly string[] Notes =
    [
        "致電雙方，需求所列日期不變。",
        "Spoke to both sides; the figures on record are current.",
        "已請對方補充資料，下星期三前回覆。",
        "The seeker's board meets at the end of the month; no decision before.",
        "對方希望先與負責工程的同事通話，已安排。",
        "Sent the list of open points to both; nothing that stops it.",
    ];

    public static readonly string[] Visits =
    [
        "探訪安排已確認，雙方各派兩人出席。",
        "The visit is confirmed; both bring their engineers.",
        "對方要求改為上午，已與各人確認。",
    ];

    public static readonly string[] Refusals =
    [
        "現階段計劃有變，明年再議。",
        "Our plans have changed; please ask again next year.",
        "已與另一方落實，多謝轉介。",
    ];

    public static readonly string[] Aftercare =
    [
        "首次探訪：運作順利，正招聘技術員，已轉介培訓資助資料。",
        "First visit: work is going well; asked about training grants, papers sent.",
        "電話跟進：客戶滿意，三個月後再訪。",
    ];

    public const string Unreachable = "兩星期內致電三次、電郵兩次，均無回覆。";

    public const string Clash = "Ka-yan 已先一步提出，由她跟進。";

    public const string Pin = "客戶曾指定優先考慮此項，見會議記錄。";

    public const string Override =
        "The teaser names an industry and needs alone; the project lead agreed to it by telephone.";

    /// <summary>Why it was concluded so; null: the outcome says it.</summary>
    public static string? Of(IntroductionOutcome outcome) =>
        outcome switch
        {
            IntroductionOutcome.NoFit => "第二次會面後，雙方條件仍有距離。",
            IntroductionOutcome.NotReachable => Unreachable,
            _ => null,
        };

    /// <summary>A remark by a number from 0.</summary>
    public static string Pick(string[] remarks, int number) => remarks[number % remarks.Length];
}
