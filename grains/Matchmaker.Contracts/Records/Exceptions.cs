using System.Collections.Immutable;
using Matchmaker.Matching;

namespace Matchmaker.Contracts.Records;

/// <summary>The record does not exist, or the caller may not know of it: one answer for both (404).</summary>
[GenerateSerializer]
public sealed class NotFoundException() : Exception("Not found.");

/// <summary>The caller may see it but not change it, or the action belongs to another role (403).</summary>
/// <param name="reason">A row of errors.csv; null: the role is the reason.</param>
[GenerateSerializer]
public sealed class ForbiddenException(FieldError? reason) : Exception("Not allowed.")
{
    public ForbiddenException()
        : this(null) { }

    [Id(0)]
    public FieldError? Reason { get; } = reason;
}

/// <summary>The record has another version than the caller expects, or already exists (412).</summary>
[GenerateSerializer]
public sealed class VersionException() : Exception("The record has another version.");

/// <summary>The present state does not allow the action (409).</summary>
/// <param name="reason">A row of errors.csv with its arguments; the path is empty.</param>
/// <param name="allowed">The states that may follow the present one; null: the conflict is not about a state.</param>
[GenerateSerializer]
public sealed class ConflictException(FieldError reason, ImmutableArray<string>? allowed = null)
    : Exception(reason.Code)
{
    [Id(0)]
    public FieldError Reason { get; } = reason;

    [Id(1)]
    public ImmutableArray<string>? Allowed { get; } = allowed;
}

/// <summary>Values break rules; nothing was changed (422).</summary>
[GenerateSerializer]
public sealed class InvalidException(ImmutableArray<FieldError> errors) : Exception("Invalid.")
{
    public InvalidException(FieldError error)
        : this(ImmutableArray.Create(error)) { }

    [Id(0)]
    public ImmutableArray<FieldError> Errors { get; } = errors;
}

/// <summary>The store failed. The write may or may not have happened; the caller may try again (503).</summary>
[GenerateSerializer]
public sealed class StoreException(string message) : Exception(message);
