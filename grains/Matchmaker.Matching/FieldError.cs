using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>A value that breaks a rule. Its text in the reader's language is made where it is shown, from the code and the arguments.</summary>
/// <param name="Path">Where it stands, such as <c>criteria[2].limit</c>; a CSV column for imports.</param>
/// <param name="Code">A row of errors.csv, such as <c>outOfRange</c>, where the arguments {0}, {1} … stand in the texts.</param>
/// <param name="Args">What the text's {0}, {1} … stand for.</param>
[GenerateSerializer, Immutable]
public sealed record FieldError(string Path, string Code, ImmutableArray<string> Args)
{
    public FieldError(string path, string code, params string[] args)
        : this(path, code, ImmutableArray.Create(args)) { }
}
