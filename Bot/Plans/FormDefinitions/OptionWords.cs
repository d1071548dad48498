using System.Collections.Immutable;
using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>What people call an option that is ours and not the plan's: handed in, because words live in resource files.</summary>
public sealed record OptionWords(string Label, ImmutableArray<string> Aliases)
{
    /// <summary>The option of these words, under the id that is stored.</summary>
    public Option As(string id) => new(id, Label, Aliases);
}
