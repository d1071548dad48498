namespace AgaBot.Forms;

/// <summary>What a person's words mean as an answer to one question.</summary>
internal abstract record Reading
{
    private Reading() { }

    public sealed record Understood(Answer Answer) : Reading;

    public sealed record Unclear(Problem Problem) : Reading;

    /// <summary>Nothing was said.</summary>
    public sealed record Blank : Reading;
}
