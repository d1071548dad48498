namespace AgaBot.Plans.Similar;

/// <param name="Score">Cosine similarity, 0 to 1.</param>
internal readonly record struct ScoredListing(Listing Listing, double Score);
