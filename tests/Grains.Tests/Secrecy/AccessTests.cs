using System.Collections.Immutable;
using Matchmaker.Contracts;
using Matchmaker.Contracts.Callers;
using Matchmaker.Grains.Tests.Setup;

namespace Matchmaker.Grains.Tests.Secrecy;

/// <summary>The table of api.md, "Who may do what".</summary>
public sealed class AccessTests
{
    private static readonly ImmutableArray<string> OnlyOfficer = ["officer@office"];

    [Theory]
    [InlineData(Role.Anonymous, true, true, false)]
    [InlineData(Role.Enterprise, true, true, false)]
    [InlineData(Role.Firm, true, true, false)]
    [InlineData(Role.Owner, true, true, false)]
    [InlineData(Role.Officer, true, true, true)]
    [InlineData(Role.Admin, true, true, true)]
    [InlineData(Role.Anonymous, false, false, false)]
    [InlineData(Role.Enterprise, false, false, false)]
    [InlineData(Role.Owner, false, false, false)]
    [InlineData(Role.Officer, false, true, true)]
    public void A_strangers_building(Role role, bool isPublic, bool maySee, bool mayChange)
    {
        var visibility = new Visibility(RecordKind.Building, PartyId.Owner("other"), isPublic);

        Assert.Equal(maySee, Access.MaySee(Of(role), visibility));
        Assert.Equal(mayChange, Access.MayChange(Of(role), visibility));
    }

    [Theory]
    [InlineData(Role.Owner, RecordKind.Building, true, false)]
    [InlineData(Role.Owner, RecordKind.Space, true, true)]
    [InlineData(Role.Owner, RecordKind.Owner, true, false)]
    [InlineData(Role.Enterprise, RecordKind.Enterprise, true, false)]
    [InlineData(Role.Enterprise, RecordKind.Demand, true, true)]
    [InlineData(Role.Firm, RecordKind.Firm, true, false)]
    [InlineData(Role.Firm, RecordKind.Demand, true, true)]
    public void A_party_changes_and_creates_its_own_records(Role role, string kind, bool mayChange, bool mayCreate)
    {
        var visibility = new Visibility(kind, Of(role).Party, false);

        Assert.True(Access.MaySee(Of(role), visibility));
        Assert.Equal(mayChange, Access.MayChange(Of(role), visibility));
        Assert.Equal(mayCreate, Access.MayCreate(Of(role), visibility));
    }

    [Theory]
    [InlineData(Role.Anonymous)]
    [InlineData(Role.Enterprise)]
    [InlineData(Role.Firm)]
    [InlineData(Role.Owner)]
    [InlineData(Role.Officer)]
    public void Accounts_are_the_admins_alone(Role role)
    {
        var visibility = new Visibility(RecordKind.Account, Of(role).Party, true);

        Assert.False(Access.MaySee(Of(role), visibility));
        Assert.False(Access.Writes(role, RecordKind.Account));
        Assert.True(Access.MaySee(Some.Admin, visibility));
    }

    [Fact]
    public void A_confidential_project_is_known_to_its_people_and_to_cleared_officers()
    {
        var visibility = new Visibility(RecordKind.Enterprise, PartyId.Enterprise("e1"), false, OnlyOfficer);

        Assert.True(Access.MaySee(Some.Person(), visibility));
        Assert.True(Access.MaySee(Some.Officer with { Email = "Officer@Office" }, visibility));
        Assert.False(Access.MaySee(Some.OtherOfficer, visibility));
        Assert.False(Access.MaySee(Some.Admin, visibility));
        Assert.False(Access.MaySee(Some.Person("e2"), visibility));
    }

    private static Caller Of(Role role) =>
        role switch
        {
            Role.Enterprise => Some.Person(),
            Role.Firm => Some.Maker(),
            Role.Owner => Some.OwnerAgent(),
            Role.Officer => Some.Officer,
            Role.Admin => Some.Admin,
            _ => Caller.Anonymous,
        };
}
