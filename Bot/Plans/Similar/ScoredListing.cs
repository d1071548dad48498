namespace AgaBot.Plans.Similar;

/// <param name="Score">0 to 1: 1 says the same.</param>
internal readonly record struct ScoredListing(Listing Listing, double Score);
