namespace Matchmaker.Contracts.Records;

/// <summary>
/// Marks an idempotent method of a grain: a caller who does not know whether a call was executed may repeat it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;
