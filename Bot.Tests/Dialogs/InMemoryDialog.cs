using AgaBot.Consultations;
using AgaBot.Dialogs;
using AgaBot.Dialogs.Codes;
using AgaBot.Dialogs.Coordinators;
using AgaBot.Dialogs.Deciding;
using AgaBot.Dialogs.Documents;
using AgaBot.Dialogs.Inputs;
using AgaBot.Dialogs.OwnData;
using AgaBot.Plans;
using AgaBot.Plans.Invitations;
using AgaBot.Plans.Linking;
using AgaBot.Plans.Mesas;
using AgaBot.Plans.Public;
using AgaBot.Plans.Supporting;
using AgaBot.Tests.Plans.Suggestions;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace AgaBot.Tests.Dialogs;

/// <summary>The whole dialog without channels and without a store.</summary>
internal static class InMemoryDialog
{
    public const string AccessCode = "TRUJILLO-2016";

    /// <param name="files">The files that people sent; null if nobody sends one.</param>
    public static IDialog Build(Plan plan, InMemoryPlan records, ISentFiles? files = null)
    {
        var links = new InMemoryLinkOffers();
        return new ServiceCollection()
            .AddSingleton(plan)
            .AddSingleton(Advice.Rules)
            .AddSingleton<IConsultations>(records)
            .AddSingleton<IPlanRecords>(records)
            .AddSingleton<IPublicProposals>(records)
            .AddSingleton<ISupportReview>(records)
            .AddSingleton<IMesas>(records)
            .AddSingleton<IInvitations>(records)
            .AddSingleton<IOwnRecords>(records)
            .AddSingleton(files ?? Mock.Of<ISentFiles>())
            .AddSingleton<ILinkOffers>(links)
            .AddSingleton<ILinkFaces>(links)
            .AddSingleton<ILinkMemories>(links)
            .AddSingleton(TimeProvider.System)
            .AddSingleton(new AccessCode(AccessCode))
            .AddSingleton<ICodeRedaction>(new CodeRedaction(AccessCode))
            .AddDialogs()
            .BuildServiceProvider()
            .GetRequiredService<IDialog>();
    }
}
