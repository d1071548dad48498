using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Proposals;

/// <summary><i>Proponer</i>: begins a ficha.</summary>
internal sealed record ProposeCommand : Command, IHasPatterns
{
    public override bool LeavesTheForm => true;

    public override int MostContent => Statements.Fewest - 1;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.propose", new ProposeCommand()),
            new CommandPattern.Sentence("sentence.propose", 160, new ProposeCommand()),
        ];
}

internal sealed class ProposeHandler : ImmediateCommandHandler<ProposeCommand>
{
    protected override Decision Follow(DialogContext context, ProposeCommand command, OpenForm? open) =>
        Interruption.Want(context, new ProposeRequest(ProposalKind.Ficha, null), open);
}

/// <summary><i>Aporte</i>, <i>aporte 2</i>: begins an aporte.</summary>
/// <param name="Component">The component's number, from 1; null for an aporte without a component.</param>
internal sealed record ContributeCommand(int? Component) : Command, IHasPatterns
{
    public override bool LeavesTheForm => true;

    public override int MostContent => Statements.Fewest - 1;

    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.contribute", new ContributeCommand(Component: null)),
            new CommandPattern.WithNumber("command.contribute", static number => new ContributeCommand(number)),
            new CommandPattern.Sentence("sentence.contribute", 170, new ContributeCommand(Component: null)),
        ];
}

internal sealed class ContributeHandler(Plan plan) : ImmediateCommandHandler<ContributeCommand>
{
    protected override Decision Follow(DialogContext context, ContributeCommand command, OpenForm? open)
    {
        if (command.Component is not { } number)
            return Interruption.Want(context, new ProposeRequest(ProposalKind.Aporte, null), open);
        return number >= 1 && number <= plan.Components.Length
            ? Interruption.Want(context, new ProposeRequest(ProposalKind.Aporte, plan.Components[number - 1].Id), open)
            : Interruption.Tell(context.Say(NoSuchComponent(context.Words, number, plan.Components)), open);
    }

    private static string NoSuchComponent(Words words, int number, ImmutableArray<Component> components) =>
        string.Join(
            '\n',
            (string[])
                [
                    words.Say("aporte.noSuchComponent", number),
                    .. components.Select((component, index) => words.Say("list.numbered", index + 1, component.Name)),
                ]
        );
}

/// <summary>Request to begin a ficha or an aporte.</summary>
/// <param name="ComponentId">The component of an aporte; null if there is none yet.</param>
public sealed record ProposeRequest(ProposalKind Kind, string? ComponentId) : PendingRequest
{
    internal override string WhyConsent => "consent.whyToPropose";
}

internal sealed class ProposeRequestHandler(DraftOpener drafts) : RequestHandler<ProposeRequest>
{
    protected override ValueTask<Decision> BeginAsync(
        DialogContext context,
        ProposeRequest request,
        Notice notice,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(drafts.Begin(context, request.Kind, request.ComponentId, notice));
}
