using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace AgaBot.Storage.Auditing;

/// <summary>
/// Where every chain ended at one time. Kept where whoever can write into the store cannot, it shows later that nothing up to there was
/// changed, not even by somebody who wrote all hashes anew.
/// </summary>
internal sealed record AuditSeal(ImmutableArray<SealedChain> Chains)
{
    /// <summary>A line a chain: its name, the number of its last entry, that entry's hash.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (SealedChain chain in Chains)
            text.Append(CultureInfo.InvariantCulture, $"{chain.Name} {chain.Last} {chain.Hash}\n");
        return text.ToString();
    }

    /// <returns>Null where a line is none of a seal.</returns>
    public static AuditSeal? Read(string text)
    {
        var chains = ImmutableArray.CreateBuilder<SealedChain>();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            // A name may hold a space, and the two behind it may not.
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

/// <param name="Last">The number of its last entry, and <paramref name="Hash"/> that entry's.</param>
internal sealed record SealedChain(string Name, long Last, string Hash);
