using Matchmaker.Matching;

namespace Matchmaker.Web.Problems;

/// <summary>A body that cannot be read at all (400), with the reason.</summary>
internal sealed class UnreadableException(FieldError reason) : Exception(reason.Code)
{
    public FieldError Reason { get; } = reason;
}
