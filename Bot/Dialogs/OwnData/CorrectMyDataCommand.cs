using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.OwnData;

/// <summary><i>Corregir mis datos</i>: opens the profile again for changes.</summary>
internal sealed record CorrectMyDataCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns => [new CommandPattern.Bare("command.correctMyData", new CorrectMyDataCommand())];
}

internal sealed class CorrectMyDataHandler(CorrectionHandler correction) : ImmediateCommandHandler<CorrectMyDataCommand>
{
    protected override Decision Follow(DialogContext context, CorrectMyDataCommand command, OpenForm? open) =>
        Interruption.FinishFirst(context, open) ?? correction.Begin(context);
}

/// <summary>The profile while it is corrected.</summary>
public sealed record CorrectionForm(FormSession Session) : FormWithSession(Session);

internal sealed class CorrectionHandler(Plan plan) : SessionFormHandler<CorrectionForm>
{
    private readonly ImmutableArray<Form> corrections = [.. ProfileForms.InBothLanguages(plan).Select(ProfileForm.CorrectionOf)];

    public Form FormIn(Words words) => words.Pick(corrections);

    public override OpenForm Open(CorrectionForm form, Words words) =>
        new(FormIn(words), form.Session, words, "perfil", words["correction.title"], words["correction.name"]);

    public Decision Begin(DialogContext context) =>
        context.Participant.Profile is { } profile
            ? Begin(context, new CorrectionForm(ProfileForm.Correct(context.NewId("session"), FormIn(context.Words), profile)), Notice.None)
            : context.Say(context.Words["correction.noProfile"]);

    protected override ValueTask<Decision> SubmitAsync(
        DialogContext context,
        CorrectionForm form,
        OpenForm sent,
        CancellationToken cancellationToken
    )
    {
        Profile profile = ProfileForm.Read(sent.Session);
        DialogContext corrected = context.WithNoForm().With(context.Participant with { Profile = profile });
        return ValueTask.FromResult(
            corrected.Say(context.Words["correction.done"]) with
            {
                PlanChanges = [new ParticipantRegistered(context.Participant.Id, profile.OrganisationTypeId, profile.Gender)],
                Ended = sent.Session,
            }
        );
    }

    protected override Decision Cancel(DialogContext context, CorrectionForm form, OpenForm before, FormInput input, FormSession ended) =>
        context.WithNoForm().Say(context.Words["correction.cancelled"]);
}
