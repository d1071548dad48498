using AgaBot.Channels.Page;
using AgaBot.Plans;

namespace AgaBot;

/// <summary>Creates the heading of the page from the plan, because <c>Channels</c> must not know <c>Plans</c>.</summary>
internal static class PlanHeading
{
    public static PageHeading Of(IServiceProvider services)
    {
        Plan plan = services.GetRequiredService<Plan>();
        return new(plan.Name, plan.Place, plan.Responsible);
    }
}
