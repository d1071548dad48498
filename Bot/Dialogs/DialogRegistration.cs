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
using AgaBot.Plans.Paper;
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
        services.AddSingleton(static provider => PlanLabels.Of(provider.GetRequiredService<Plan>()));
        services.AddSingleton<ChangedForms>();
        services.AddSingleton<AboutMeWalk>();
        services.AddSingleton<ReturnDesk>();
        services.AddSingleton<ProposalWalk>();
        services.AddSingleton<DraftDesk>();
        services.AddSingleton<DraftReminder>();
        services.AddSingleton<UndoDesk>();
        services.AddSingleton<GlossaryDesk>();
        services.AddSingleton<AsideDesk>();
        services.AddSingleton<WaysOn>();
        services.AddSingleton<DocumentLists>();
        services.AddSingleton<DocumentDesk>();
        services.AddSingleton<PasteDesk>();
        services.AddSingleton<SimilarProposals>();
        services.AddSingleton<ReviewAdvice>();
        services.AddSingleton<AdviceDesk>();
        services.AddSingleton<ProposalLabels>();
        services.AddSingleton<SupportDesk>();
        services.AddSingleton<MyProposals>();
        services.AddSingleton<SentDesk>();
        services.AddSingleton<FichaSheets>();
        services.AddSingleton<FichaDocuments>();
        services.AddSingleton<CopyDesk>();
        services.AddSingleton<OpeningWalk>();
        services.AddSingleton<ConsultationList>();
        services.AddSingleton<ProgressReport>();
        services.AddSingleton<CoordinatorDoor>();
        services.AddSingleton<WrongTries>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<MesaDesk>();
        services.AddSingleton<SeatDesk>();
        services.AddSingleton<OwnDataSheets>();
        services.AddSingleton<OwnDataDesk>();
        services.AddSingleton<Welcome>();
        services.AddSingleton<GroupTalk>();
        services.AddSingleton<OpenWalk>();
        services.AddSingleton<Intentions>();
        services.AddSingleton<AnsweredCards>();
        services.AddSingleton<CommandDesk>();
        services.AddSingleton<IDialog, Dialog>();
        return services;
    }
}
