namespace AgaBot.Plans.Linking;

/// <summary>What a conversation waits for while two ids are linked.</summary>
/// <param name="Hash">The <see cref="LinkOffer.Hash"/>; where a link is to be undone, the id that leaves.</param>
/// <param name="Until">When the question ends without an answer.</param>
public sealed record LinkQuestion(LinkStep Step, string Hash, DateTimeOffset Until);

/// <summary>Stored by name: never rename.</summary>
public enum LinkStep
{
    /// <summary>The maker has the code; nobody has typed it.</summary>
    MakerWaits,

    /// <summary>The maker is asked whether they are the taker.</summary>
    MakerRecognises,

    /// <summary>The maker is asked whether their role holds for the taker's id too.</summary>
    MakerShares,

    /// <summary>The taker is asked whether they are the maker.</summary>
    TakerRecognises,

    /// <summary>The taker is asked whether their role holds for the maker's id too.</summary>
    TakerShares,

    /// <summary>The taker said yes; the maker has not answered.</summary>
    TakerWaits,

    /// <summary>The person is asked whether the link is to be undone.</summary>
    Undoes,
}
