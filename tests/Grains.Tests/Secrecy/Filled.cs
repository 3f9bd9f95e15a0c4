using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Matchmaker.Grains.Tests.Secrecy;

/// <summary>Objects filled by reflection: every property differs from its default.</summary>
internal static class Filled
{
    /// <summary>An object of that type whose own properties differ from their defaults.</summary>
    public static object Of(Type type)
    {
        var filled = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
            property.SetValue(filled, Some(property.PropertyType));
        return filled;
    }

    /// <summary>Whether a property's value differs from the default of its type, and is no empty collection.</summary>
    public static bool Is(Type declared, object? value) =>
        value switch
        {
            null => false,
            _ when Nullable.GetUnderlyingType(declared) is not null => true,
            string text => text.Length > 0,
            IEnumerable items when !IsDefault(value) => items.GetEnumerator().MoveNext(),
            _ => !IsDefault(value),
        };

    private static bool IsDefault(object value) =>
        value.GetType().IsValueType && value.Equals(Activator.CreateInstance(value.GetType()));

    private static object? Some(Type declared)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(bool) => true,
            _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 24),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 11, 24, 4, 0, 0, TimeSpan.Zero),
            { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(
                7,
                type,
                CultureInfo.InvariantCulture
            ),
            { IsGenericType: true } => Collection(type),
            { IsAbstract: true } => Some(
                type.Assembly.GetTypes().First(derived => derived.IsSubclassOf(type) && !derived.IsAbstract)
            ),
            _ => RuntimeHelpers.GetUninitializedObject(type),
        };
    }

    private static object Collection(Type type)
    {
        var elements = type.GetGenericArguments();
        return type.GetMethod("Add", elements)!
            .Invoke(type.GetField("Empty")!.GetValue(null), [.. elements.Select(Some)])!;
    }
}
