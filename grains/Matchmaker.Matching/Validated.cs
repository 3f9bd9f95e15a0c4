using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>The result of a check: the normalised value, or every error.</summary>
public sealed class Validated<T>
{
    private readonly T? _value;

    internal Validated(T? value, ImmutableArray<FieldError> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>Every broken rule; empty: the value is valid.</summary>
    public ImmutableArray<FieldError> Errors { get; }

    public bool IsOk => Errors.IsEmpty;

    /// <summary>The value, with its numbers rounded to their steps.</summary>
    /// <exception cref="InvalidOperationException">The check found errors.</exception>
    public T Value =>
        IsOk ? _value! : throw new InvalidOperationException($"{Errors.Length} rules are broken, first {Errors[0]}.");

    /// <summary>The same errors for a result of another type.</summary>
    /// <exception cref="InvalidOperationException">The check found no errors.</exception>
    public Validated<TOther> As<TOther>() =>
        IsOk ? throw new InvalidOperationException("Nothing is wrong with the value.") : new(default, Errors);
}
