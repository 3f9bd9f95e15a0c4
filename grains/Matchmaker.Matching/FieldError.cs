using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>A broken rule of one field. The message is formatted where it is shown, in the reader's language.</summary>
/// <param name="Path">The field, such as <c>criteria[2].limit</c>; a CSV column for imports.</param>
/// <param name="Code">A row of errors.csv, such as <c>outOfRange</c>.</param>
/// <param name="Args">The values of the text's placeholders {0}, {1} ….</param>
[GenerateSerializer, Immutable]
public sealed record FieldError(string Path, string Code, ImmutableArray<string> Args)
{
    public FieldError(string path, string code, params string[] args)
        : this(path, code, ImmutableArray.Create(args)) { }
}
