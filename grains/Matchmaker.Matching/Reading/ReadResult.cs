using System.Collections.Immutable;
using Matchmaker.Matching.Values;

namespace Matchmaker.Matching.Reading;

/// <summary>What a text says of one attribute.</summary>
public abstract record ReadResult;

/// <summary>A value on the attribute's step and inside its range.</summary>
public sealed record ReadValue(Value Value) : ReadResult;

/// <summary>A range or a comparison, with its ends on the attribute's step.</summary>
/// <param name="Min">The smallest number meant; null: open below.</param>
/// <param name="Max">The largest number meant; null: open above.</param>
public sealed record ReadRange(NumberValue? Min, NumberValue? Max) : ReadResult;

/// <summary>The text says that there is no value.</summary>
/// <param name="TakesAway">Whether it takes away a value that is on record: only the word <c>unknown</c> does.</param>
public sealed record ReadNothing(bool TakesAway) : ReadResult;

/// <summary>The text is no value of the attribute.</summary>
/// <param name="Written">The text as it was written.</param>
/// <param name="Errors">The reasons, at the attribute's code.</param>
/// <param name="Suggestions">What could be meant, each of which is taken; empty: nothing comes near.</param>
public sealed record ReadRefusal(string Written, ImmutableArray<FieldError> Errors, ImmutableArray<string> Suggestions)
    : ReadResult;
