using System.Collections.Immutable;

namespace AgaBot.Plans.Entities;

/// <summary>A public entity, or another that people name as responsible.</summary>
/// <param name="AlsoKnownAs">Equivalent names, which are accepted without a question.</param>
/// <param name="Abbreviations">Abbreviations that not everybody knows: the bot may offer the full name.</param>
public sealed record Entity(string Name, ImmutableArray<string> AlsoKnownAs, ImmutableArray<string> Abbreviations);
