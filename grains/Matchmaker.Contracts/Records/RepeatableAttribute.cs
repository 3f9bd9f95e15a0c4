namespace Matchmaker.Contracts.Records;

/// <summary>
/// Marks an idempotent method of a grain: a caller who does not know whether a call was executed may repeat it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RepeatableAttribute : Attribute;

/// <summary>
/// Marks a write that names the version which it replaces. A caller whose silo went away before it answered may repeat
/// it as a <see cref="SecondTry"/>: a record that is one version on and just as the write wants it counts as written.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class VersionedWriteAttribute : Attribute;

/// <summary>Tells the called grain that the same call may have been executed already.</summary>
public static class SecondTry
{
    private const string Key = "second-try";

    /// <summary>Marks the calls that this flow of control makes from here on.</summary>
    public static void Mark() => RequestContext.Set(Key, true);

    /// <summary>Whether the present call is one. Calls that it makes itself are not.</summary>
    public static bool Take() => RequestContext.Get(Key) is true && RequestContext.Remove(Key);
}
