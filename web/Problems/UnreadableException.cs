using Matchmaker.Matching;

namespace Matchmaker.Web.Problems;

/// <summary>A body that cannot be read at all (400), and why.</summary>
internal sealed class UnreadableException(FieldError reason) : Exception(reason.Code)
{
    public FieldError Reason { get; } = reason;
}
