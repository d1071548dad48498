namespace AgaBot.Dialogs.Explaining;

/// <summary>Text that is not about the question at hand.</summary>
internal abstract record Aside
{
    private Aside() { }

    public sealed record SmallTalk(Phrase Phrase) : Aside;

    public sealed record TermQuestion(Explanation Explanation) : Aside;
}
