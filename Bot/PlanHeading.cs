using AgaBot.Channels.Page;
using AgaBot.Plans;

namespace AgaBot;

/// <summary>Tells the page whose plan it serves: the wire knows no plan.</summary>
internal static class PlanHeading
{
    public static PageHeading Of(IServiceProvider services)
    {
        Plan plan = services.GetRequiredService<Plan>();
        return new(plan.Name, plan.Place, plan.Responsible);
    }
}
