namespace Matchmaker.Matching;

/// <summary>Who reads a demand's feed. Each demand has one feed per audience, so that a feed's numbers tell nothing of what is hidden.</summary>
public enum Audience
{
    /// <summary>The demand's own people, who see public profiles.</summary>
    Public,

    /// <summary>Officers, who see all.</summary>
    Office,
}
