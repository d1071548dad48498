using AgaBot.Consultations;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.OwnData;
using AgaBot.Plans;
using AgaBot.Plans.Erasures;
using AgaBot.Plans.Invitations;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;
using AgaBot.Plans.Public;
using AgaBot.Plans.Supporting;
using AgaBot.Reports.Recounts;
using AgaBot.Storage.Records;
using AgaBot.Storage.Records.Changes;
using AgaBot.Storage.Records.Consultations;
using AgaBot.Storage.Records.Conversations;
using AgaBot.Storage.Records.Erasures;
using AgaBot.Storage.Records.Files;
using AgaBot.Storage.Records.Invitations;
using AgaBot.Storage.Records.Linking;
using AgaBot.Storage.Records.Mesas;
using AgaBot.Storage.Records.Outbox;
using AgaBot.Storage.Records.OwnData;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Storage.Records.Recounts;
using AgaBot.Storage.Records.Retention;
using AgaBot.Storage.Records.Supports;
using AgaBot.Storage.Records.Workshops;
using AgaBot.Turns.Erasures;
using AgaBot.Turns.Linking;
using AgaBot.Turns.Persistence;
using AgaBot.Turns.Reminders;
using AgaBot.Turns.Retention;
using AgaBot.Turns.Sending;
using AgaBot.Turns.State;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgaBot.Storage.Setup;

public static class RecordsRegistration
{
    /// <summary>Adds the records over the entity store; they need that store and the plan.</summary>
    public static IServiceCollection AddRecords(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IPlanRecords, PlanRecords>();
        services.AddSingleton<IPublicProposals, PublicProposals>();
        services.AddSingleton<IPlanLedger, PlanLedger>();
        services.AddSingleton<IInvitations, InvitationRecords>();
        services.AddSingleton<IMesas, MesaRecords>();
        services.AddSingleton<ISupportReview, SupportReview>();
        services.AddSingleton<IConsultations, ConsultationRecords>();
        services.AddSingleton<IConsultationLedger, ConsultationLedger>();
        services.AddSingleton<IConversationStore, ConversationRecords>();
        services.AddSingleton<IWorkshopHours, WorkshopHours>();
        services.AddSingleton<ILinkedPeople, LinkedPeople>();
        services.AddSingleton<ILinkOffers, LinkOfferRecords>();
        services.AddSingleton<ILinkLedger, LinkLedger>();
        services.AddSingleton<ILinkFaces, LinkFaces>();
        services.AddSingleton<ILinkMemories, LinkMemories>();
        services.AddSingleton<IOwnRecords, OwnRecordsReader>();
        services.AddSingleton<IErasedPeople, ErasedPeople>();
        services.AddSingleton<IErasureLedger, ErasureLedger>();
        services.AddSingleton<IUnsentReplies, UnsentRecords>();
        services.AddSingleton<IRunMarks, RunMarkRecords>();
        services.AddSingleton<IPeopleScan, PeopleScan>();
        services.AddSingleton<IJobLeases, JobLeaseRecords>();
        services.AddSingleton<IOldRows, OldRows>();
        services.AddSingleton<IDraftAuthors, DraftAuthors>();
        services.AddSingleton<IActivityLog, ActivityLog>();
        services.AddSingleton<IKeptSecrets, SecretRecords>();
        services.AddSingleton<SentFileRecords>();
        services.AddSingleton<ISentFiles>(static provider => provider.GetRequiredService<SentFileRecords>());
        services.AddSingleton<IKeptFiles>(static provider => provider.GetRequiredService<SentFileRecords>());
        services.AddSingleton<IRecountSource, RecountRows>();
        return services;
    }
}
