using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgaBot.Storage.Auditing;

/// <summary>
/// The end of every chain at one time. A seal that is kept out of reach of the store's writers shows later that no earlier entry was
/// changed, even if all hashes were recomputed.
/// </summary>
internal sealed record AuditSeal(ImmutableArray<SealedChain> Chains)
{
    /// <summary>One line a chain: the name, the number of the last entry, the hash of that entry.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (SealedChain chain in Chains)
            text.Append(CultureInfo.InvariantCulture, $"{chain.Name} {chain.Last} {chain.Hash}\n");
        return text.ToString();
    }

    /// <returns>Null where a line is not a line of a seal.</returns>
    public static AuditSeal? Read(string text)
    {
        var chains = ImmutableArray.CreateBuilder<SealedChain>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // Only the name may hold a space.
            if (
                line.TrimEnd('\r').Split(' ') is not [.. { Length: > 0 } name, var last, var hash]
                || !long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            )
            {
                return null;
            }

            chains.Add(new SealedChain(string.Join(' ', name), number, hash));
        }

        return new AuditSeal(chains.ToImmutable());
    }
}

/// <param name="Last">The number of the last entry; <paramref name="Hash"/> is its hash.</param>
internal sealed record SealedChain(string Name, long Last, string Hash);
