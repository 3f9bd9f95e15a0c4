using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>Gathers broken rules while a check goes on, so that the user sees all of them at once.</summary>
internal sealed class FieldErrors
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    public int Count => _errors.Count;

    public void Add(string path, string code, params string[] args) => _errors.Add(new(path, code, args));

    public Checked<T> Judge<T>(T value) => new(_errors.Count == 0 ? value : default, _errors.ToImmutable());
}
