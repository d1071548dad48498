using System.Collections.Immutable;

namespace AgaBot.Plans.Entities;

/// <summary>The contents of a file of <c>plans/entities/</c>.</summary>
/// <param name="Joining">Joining words, which do not distinguish names, folded.</param>
/// <param name="Kinds">First words of names that are too many to list.</param>
public sealed record EntityNames(ImmutableArray<Entity> Entities, ImmutableArray<string> Joining, ImmutableArray<string> Kinds);
