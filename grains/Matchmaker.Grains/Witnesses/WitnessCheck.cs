using System.Security.Cryptography;
using Matchmaker.Grains.Journal;
using Matchmaker.Grains.Storage;

namespace Matchmaker.Grains.Witnesses;

/// <summary>Compares a journal with what was said of it earlier.</summary>
public static class WitnessCheck
{
    /// <summary>What does not agree, a sentence each; empty: all of the lines hold.</summary>
    /// <param name="lines">Signed statements; empty lines do not count.</param>
    /// <param name="key">The key that signed them, or its public half.</param>
    public static async Task<IReadOnlyList<string>> Run(Database database, IEnumerable<string> lines, ECDsa key)
    {
        var wrong = new List<string>();
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Testimony.Read(line.Trim(), key) is not { } said)
                wrong.Add($"line {index + 1} of the witness is not signed by the key");
            else if (
                said.Sequence > 0
                && await JournalChain.HashOf(database, said.Sequence) is var hash
                && hash != said.Hash
            )
                wrong.Add(
                    $"entry {said.Sequence} is {(hash is null ? "missing" : "another one")}, which the witness saw on {said.At}"
                );
        }

        return wrong;
    }
}
