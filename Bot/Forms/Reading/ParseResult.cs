namespace AgaBot.Forms.Reading;

/// <summary>The meaning of a text as an answer to one question.</summary>
internal abstract record ParseResult
{
    private ParseResult() { }

    public sealed record Understood(Answer Answer) : ParseResult;

    public sealed record Unclear(Problem Problem) : ParseResult;

    /// <summary>The text was blank.</summary>
    public sealed record Blank : ParseResult;
}
