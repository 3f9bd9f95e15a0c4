using System.Collections.Immutable;
using Matchmaker.Contracts.Records;
using Matchmaker.Matching;

namespace Matchmaker.Grains.Records;

/// <summary>Collects all errors of a record, so that the caller sees them at once.</summary>
internal sealed class ValidationErrors
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    public ImmutableArray<FieldError> Errors => _errors.ToImmutable();

    public void Add(string path, string code, params string[] args) => _errors.Add(new(path, code, args));

    public void AddRange(IEnumerable<FieldError> errors) => _errors.AddRange(errors);

    /// <summary>An optional text of at most <paramref name="most"/> characters, without control characters.</summary>
    public void CheckText(string path, string? text, int most)
    {
        if (text is null)
            return;
        if (text.Length > most)
            Add(path, "tooLong", $"{most}");
        if (text.Any(sign => char.IsControl(sign)))
            Add(path, "controlSigns");
    }

    /// <summary>A text that may have several lines.</summary>
    public void CheckProse(string path, string? text, int most) =>
        CheckText(path, text?.Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' '), most);

    public void CheckText(string path, LocalText? text, int most)
    {
        CheckText(path, text?.Plain, most);
        CheckText($"{path}.en", text?.En, most);
        CheckText($"{path}.zhHant", text?.ZhHant, most);
        CheckText($"{path}.zhHans", text?.ZhHans, most);
    }

    /// <summary>Whether the path has an error already.</summary>
    public bool Has(string path) => _errors.Any(error => error.Path == path);

    public void CheckId(string id)
    {
        if (!RecordIds.IsValid(id))
            Add("id", "notAnId");
    }

    /// <exception cref="InvalidException">There is an error.</exception>
    public void Throw()
    {
        if (_errors.Count > 0)
            throw new InvalidException(Errors);
    }
}
