namespace Matchmaker.Contracts.Buildings;

/// <summary>The id of a space. Its text is <c>building/space</c>, in JSON and in the store.</summary>
/// <param name="Building">The building's id.</param>
/// <param name="Space">The space's id within its building.</param>
[GenerateSerializer, Immutable]
public readonly record struct SpaceId(string Building, string Space)
{
    /// <summary>Null: the text has no slash.</summary>
    public static SpaceId? Parse(string text) =>
        text.Split('/', 2) is [var building, var space] ? new(building, space) : null;

    /// <summary>The building of a space's id. An id without a slash is its own building.</summary>
    public static string BuildingOf(string text) => Parse(text)?.Building ?? text;

    public override string ToString() => $"{Building}/{Space}";
}
