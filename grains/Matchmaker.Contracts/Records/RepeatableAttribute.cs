namespace Matchmaker.Contracts.Records;

/// <summary>Marks a grain's method of which a second call does no harm: whoever does not know whether the first one happened may call again.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
