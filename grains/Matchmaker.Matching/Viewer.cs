namespace Matchmaker.Matching;

/// <summary>Who looks at a board.</summary>
/// <param name="Office">Whether they are of the brokering office, which sees all profiles.</param>
/// <param name="Owner">The party whose profiles they see even where these are not public; null: none.</param>
[GenerateSerializer, Immutable]
public readonly record struct Viewer(bool Office, string? Owner)
{
    public bool MaySee(Profile profile) => Office || profile.Public || (Owner is not null && profile.Owner == Owner);
}
