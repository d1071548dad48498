using AgaBot.Dialogs.Advice;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.Groups;
using AgaBot.Dialogs.Linking;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Progress;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Supporting;
using AgaBot.Dialogs.TakingDown;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.Similar;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgaBot.Dialogs.Deciding;

public static class DialogRegistration
{
    /// <summary>Adds the dialog. The plan, the records that it reads and the access code are registered elsewhere.</summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddOptions();
        services.AddLogging();
        services.AddHandlers();
        services.AddSingleton(static provider => PlanQuestionLabels.Of(provider.GetRequiredService<Plan>()));
        services.AddSingleton<OpenForms>();
        services.AddSingleton<CommandHandlers>();
        services.AddSingleton<ProposalForms>();
        services.AddSingleton<DraftOpener>();
        services.AddSingleton<DraftWalk>();
        services.AddSingleton<WaitingDrafts>();
        services.AddSingleton<ProposalLabels>();
        services.AddSingleton<SentProposalMessage>();
        services.AddSingleton<WrongTries>();
        services.AddSingleton<CodeTries>();
        services.AddSingleton<LinkPhrases>();
        services.AddSingleton<LinkNews>();
        services.AddSingleton<FichaSheets>();
        services.AddSingleton<FichaDocuments>();
        services.AddSingleton<OwnDataSheets>();
        services.AddSingleton<DraftHandler>();
        services.AddSingleton<DraftReminder>();
        services.AddSingleton<MyProposals>();
        services.AddSingleton<Supports>();
        services.AddSingleton<SupportPace>();
        services.AddSingleton<WaitingSupportsList>();
        services.AddSingleton<SimilarProposals>();
        services.AddSingleton<ConsultationList>();
        services.AddSingleton<ProgressReport>();
        services.AddSingleton<DocumentLists>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<DocumentReadings>();
        services.AddSingleton<IInputPreparation>(static provider => provider.GetRequiredService<DocumentReadings>());
        services.AddSingleton<DocumentHandler>();
        services.AddSingleton<PasteHandler>();
        services.AddSingleton<GlossaryHandler>();
        services.AddSingleton<AsideHandler>();
        services.AddSingleton<SentenceOffers>();
        services.AddSingleton<Hearing>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<GroupTalk>();
        services.AddSingleton<CommandOrders>();
        services.AddSingleton<ArrivalStep>();
        services.AddSingleton<LinkAnswerStep>();
        services.AddSingleton<SaidCodeStep>();
        services.AddSingleton<OfferAnswerStep>();
        services.AddSingleton<CommandStep>();
        services.AddSingleton<PasteStep>();
        services.AddSingleton<AsideStep>();
        services.AddSingleton<WishStep>();
        services.AddSingleton<CardFieldStep>();
        services.AddSingleton<AnswerStep>();
        services.AddSingleton<PressStep>();
        services.AddSingleton<FileStep>();
        services.AddSingleton<DialogSteps>();
        services.AddSingleton<PendingRequests>();
        services.AddSingleton<ReturnReminder>();
        services.AddSingleton<RepeatedMisunderstandingHelp>();
        services.AddSingleton<ReviewAdvice>();
        services.AddSingleton<AnsweredCards>();
        services.AddSingleton<DecisionRevisions>();
        services.AddSingleton<IDialog, Dialog>();
        return services;
    }

    /// <summary>Finds the handlers of all commands, forms and requests in the assembly.</summary>
    private static void AddHandlers(this IServiceCollection services)
    {
        Type[] kinds = [typeof(ICommandHandler), typeof(IFormHandler), typeof(IRequestHandler), typeof(IEditsWithoutForm)];
        foreach (
            Type type in typeof(DialogRegistration).Assembly.GetTypes().Where(static type => type is { IsClass: true, IsAbstract: false })
        )
        {
            Type[] handled = [.. kinds.Where(kind => type.IsAssignableTo(kind))];
            if (handled.Length > 0)
                services.AddSingleton(type);
            foreach (Type kind in handled)
                services.AddSingleton(kind, provider => provider.GetRequiredService(type));
        }
    }
}
