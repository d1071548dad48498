namespace AgaBot.Forms.Reading;

/// <summary>What a person's words mean as an answer to one question.</summary>
internal abstract record ParseResult
{
    private ParseResult() { }

    public sealed record Understood(Answer Answer) : ParseResult;

    public sealed record Unclear(Problem Problem) : ParseResult;

    /// <summary>Nothing was said.</summary>
    public sealed record Blank : ParseResult;
}
