using AgaBot.Plans;
using AgaBot.Plans.Public;
using AgaBot.Storage;
using AgaBot.Storage.Records.Proposals;
using AgaBot.Tests.Hostile;
using AgaBot.Tests.Storage.Records;
using Microsoft.Extensions.DependencyInjection;

namespace AgaBot.Tests.Hosting;

[Trait("Category", "Integration")]
public sealed class ReadBeforehandTests
{
    [Fact]
    public async Task Who_begins_to_write_has_the_plan_read_and_who_only_greets_does_not()
    {
        WatchedProposals? proposals = null;
        await using var bot = BotApp.Start(
            new BotAppSettings
            {
                Services = services =>
                    services.AddSingleton<IPublicProposals>(provider =>
                        proposals = new WatchedProposals(
                            new PublicProposals(provider.GetRequiredService<IEntityStore>(), provider.GetRequiredService<Plan>())
                        )
                    ),
            }
        );
        Talker ana = bot.Talker("ana");

        await ana.SayAsync("hola");
        await ana.SayAsync("avance");
        Assert.Equal(0, proposals!.TimesRead);

        await Town.DraftingAsync(ana);
        await proposals.Asked.WaitAsync(TimeSpan.FromSeconds(30));
        await Town.ToldAsync(ana, ["Cisternas de agua", .. Enumerable.Repeat("saltar", 6)]);
        Assert.Equal(1, proposals.TimesRead);
    }
}
