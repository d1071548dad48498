using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.AboutMe;

/// <summary><i>Presentarme</i>: notes who a person is who only takes part.</summary>
internal sealed record IntroduceCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.introduce", new IntroduceCommand())];
}

internal sealed class IntroduceHandler : ImmediateCommandHandler<IntroduceCommand>
{
    protected override Decision Follow(DialogContext context, IntroduceCommand command, OpenForm? open) =>
        context.Participant.Profile is { } profile
            ? Interruption.Tell(context.Say(context.Words.Say("profile.known", profile.Name, profile.Organisation)), open)
            : Interruption.Want(context, new IntroduceRequest(), open);
}

/// <summary>Request to say who one is, and nothing else.</summary>
public sealed record IntroduceRequest : PendingRequest
{
    internal override string WhyConsent => "consent.whyToIntroduce";

    internal override bool NeedsProfile => true;
}

internal sealed class IntroduceRequestHandler : RequestHandler<IntroduceRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        IntroduceRequest request,
        Notice notice,
        CancellationToken cancellationToken
    )
    {
        Words words = context.Words;
        Profile profile = context.Participant.Profile ?? throw new InvalidOperationException("The request waits for the profile.");
        return ValueTask.FromResult(
            context.Say(ButtonsMessage.Say(words, words.Say("profile.registered", profile.Name), "consultations", "propose", "contribute"))
        );
    }
}
