namespace Matchmaker.Contracts.Accounts;

/// <summary>One sign-in of an account, as long as it holds.</summary>
/// <param name="SeenAt">When it was last used, at most five minutes late.</param>
/// <param name="Device">What the program said of itself, such as <c>Firefox, Windows</c>; null: nothing.</param>
/// <param name="IsToken">Whether it is another system's bearer token; else a browser's cookie.</param>
[GenerateSerializer, Immutable]
public sealed record Session(string Id, DateTimeOffset CreatedAt, DateTimeOffset SeenAt, string? Device, bool IsToken);

/// <summary>A sign-in that begins a session.</summary>
/// <param name="Stamp">
/// Of the account when its password was checked; if it has changed, so has the password, and no session begins.
/// </param>
/// <inheritdoc cref="Session" path="/param"/>
[GenerateSerializer, Immutable]
public sealed record NewSession(string Stamp, string? Device, bool IsToken);
