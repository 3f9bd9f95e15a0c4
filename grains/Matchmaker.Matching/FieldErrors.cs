using System.Collections.Immutable;
using System.Globalization;

namespace Matchmaker.Matching;

/// <summary>Collects broken rules during a check, so that the user sees all of them at once.</summary>
internal sealed class FieldErrors
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    public int Count => _errors.Count;

    public void Add(string path, string code, params string[] args) => _errors.Add(new(path, code, args));

    /// <summary>Adds an error when the number is outside the range, both ends included; null passes.</summary>
    public void CheckRange(string path, long? number, long min, long max, string unit)
    {
        if (number < min || number > max)
            Add(path, "outOfRange", $"{min}", max.ToString("N0", CultureInfo.InvariantCulture), unit);
    }

    /// <summary>Adds errors when the text is too long or holds control characters; null passes.</summary>
    public void CheckText(string path, string? text, int most)
    {
        if (text?.Length > most)
            Add(path, "tooLong", $"{most}");
        if (text?.Any(char.IsControl) is true)
            Add(path, "controlSigns");
    }

    /// <summary>As <see cref="CheckText"/>, of a text that may have several lines.</summary>
    public void CheckProse(string path, string? text, int most) =>
        CheckText(path, text?.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '), most);

    /// <summary>Adds an error at each code that stands earlier in the list too.</summary>
    public void CheckRepeats(string path, ImmutableArray<string> codes)
    {
        foreach (var (i, code) in codes.Index())
        {
            if (codes.IndexOf(code) < i)
                Add($"{path}[{i}]", "repeated", code);
        }
    }

    public Validated<T> ToResult<T>(T value) => new(_errors.Count == 0 ? value : default, _errors.ToImmutable());
}
