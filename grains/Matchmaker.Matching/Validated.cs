using System.Collections.Immutable;

namespace Matchmaker.Matching;

/// <summary>What a check found: the normalised value, or everything that is wrong.</summary>
public sealed class Validated<T>
{
    private readonly T? _value;

    internal Validated(T? value, ImmutableArray<FieldError> errors)
    {
        _value = value;
        Errors = errors;
    }

    /// <summary>Every broken rule; empty: none.</summary>
    public ImmutableArray<FieldError> Errors { get; }

    public bool IsOk => Errors.IsEmpty;

    /// <summary>The value with its numbers on their steps.</summary>
    /// <exception cref="InvalidOperationException">There are errors.</exception>
    public T Value =>
        IsOk ? _value! : throw new InvalidOperationException($"{Errors.Length} rules are broken, first {Errors[0]}.");

    /// <summary>The same errors, of a value of another type.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public Validated<TOther> As<TOther>() =>
        IsOk ? throw new InvalidOperationException("Nothing is wrong with the value.") : new(default, Errors);
}
