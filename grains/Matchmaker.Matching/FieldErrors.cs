using System.Collections.Immutable;
using System.Globalization;

namespace Matchmaker.Matching;

/// <summary>Gathers broken rules while a check goes on, so that the user sees all of them at once.</summary>
internal sealed class FieldErrors
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    public int Count => _errors.Count;

    public void Add(string path, string code, params string[] args) => _errors.Add(new(path, code, args));

    /// <summary>A number that is out of its range; one that is absent is in it.</summary>
    public void CheckRange(string path, long? number, long least, long most, string unit)
    {
        if (number < least || number > most)
            Add(path, "outOfRange", $"{least}", most.ToString("N0", CultureInfo.InvariantCulture), unit);
    }

    public Validated<T> Judge<T>(T value) => new(_errors.Count == 0 ? value : default, _errors.ToImmutable());
}
