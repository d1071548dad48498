using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Explaining;

namespace AgaBot.Dialogs.Deciding;

/// <summary>What typed text means while no form is open.</summary>
internal abstract record Heard
{
    private Heard() { }

    public sealed record Ordered(Command Command) : Heard;

    public sealed record Spoken(Aside Aside) : Heard;

    /// <summary>A number alone, which may belong to any of several lists.</summary>
    public sealed record Number(int Value) : Heard;

    /// <summary>A command in a sentence.</summary>
    public sealed record Wish(Command Command) : Heard;

    /// <summary>A problem or an idea, which could be taken down.</summary>
    public sealed record Stated(string Text) : Heard;

    public sealed record Nothing : Heard;
}

/// <summary>Reads typed text while no form is open, in the order in which the steps of a dialog do.</summary>
internal sealed class Hearing(AsideHandler asides)
{
    public Heard Hear(DialogContext context, string text) =>
        CommandReader.Read(text) switch
        {
            Utterance.Ordered ordered => new Heard.Ordered(ordered.Command),
            Utterance.Told told => asides.Find(context, told.Text, open: null) is { } aside ? new Heard.Spoken(aside) : HearTold(told.Text),
            _ => new Heard.Nothing(),
        };

    /// <summary>A text that is neither a command nor an aside.</summary>
    public static Heard HearTold(string text)
    {
        if (LoneNumber.Read(text) is { } number)
            return new Heard.Number(number);
        if (SentenceReader.FindCommand(text) is { } wish)
            return new Heard.Wish(wish);
        return Statements.Is(text) ? new Heard.Stated(text) : new Heard.Nothing();
    }
}
