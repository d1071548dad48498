using AgaBot.Dialogs.AboutMe;
using AgaBot.Dialogs.Advice;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Consulting;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Explaining;
using AgaBot.Dialogs.Greeting;
using AgaBot.Dialogs.Groups;
using AgaBot.Dialogs.Linking;
using AgaBot.Dialogs.Mesas;
using AgaBot.Dialogs.OwnData;
using AgaBot.Dialogs.Progress;
using AgaBot.Dialogs.Proposals;
using AgaBot.Dialogs.Returning;
using AgaBot.Dialogs.Sheets;
using AgaBot.Dialogs.Supporting;
using AgaBot.Dialogs.Undoing;
using AgaBot.Plans;
using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.Similar;

namespace AgaBot.Dialogs;

public static class DialogRegistration
{
    /// <summary>Adds what the bot says. The plan, the records it reads and the <see cref="AccessCode"/> come from elsewhere.</summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services)
    {
        services.AddOptions();
        services.AddLogging();
        services.AddSingleton<DialogForms>();
        services.AddSingleton(static provider => PlanQuestionLabels.Of(provider.GetRequiredService<Plan>()));
        services.AddSingleton<ChangedForms>();
        services.AddSingleton<AboutMeWalk>();
        services.AddSingleton<ReturnHandler>();
        services.AddSingleton<ProposalWalk>();
        services.AddSingleton<DraftHandler>();
        services.AddSingleton<DraftReminder>();
        services.AddSingleton<UndoHandler>();
        services.AddSingleton<GlossaryHandler>();
        services.AddSingleton<AsideHandler>();
        services.AddSingleton<RepeatedMisunderstandingHelp>();
        services.AddSingleton<DocumentLists>();
        services.AddSingleton<DocumentHandler>();
        services.AddSingleton<PasteHandler>();
        services.AddSingleton<SimilarProposals>();
        services.AddSingleton<ReviewAdvice>();
        services.AddSingleton<AdviceHandler>();
        services.AddSingleton<ProposalLabels>();
        services.AddSingleton<SupportHandler>();
        services.AddSingleton<MyProposals>();
        services.AddSingleton<SentProposalHandler>();
        services.AddSingleton<FichaSheets>();
        services.AddSingleton<FichaDocuments>();
        services.AddSingleton<CopyHandler>();
        services.AddSingleton<OpeningWalk>();
        services.AddSingleton<ConsultationList>();
        services.AddSingleton<ProgressReport>();
        services.AddSingleton<CoordinatorDoor>();
        services.AddSingleton<WrongTries>();
        services.AddSingleton<LinkHandler>();
        services.AddSingleton<MesaHandler>();
        services.AddSingleton<SeatHandler>();
        services.AddSingleton<OwnDataSheets>();
        services.AddSingleton<OwnDataHandler>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<GroupTalk>();
        services.AddSingleton<OpenWalk>();
        services.AddSingleton<PendingRequests>();
        services.AddSingleton<AnsweredCards>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<IDialog, Dialog>();
        return services;
    }
}
