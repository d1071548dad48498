namespace AgaBot.Dialogs.Explaining;

/// <summary>Something said beside what was asked.</summary>
internal abstract record Aside
{
    private Aside() { }

    public sealed record SmallTalk(Phrase Phrase) : Aside;

    public sealed record TermQuestion(Explanation Explanation) : Aside;
}
