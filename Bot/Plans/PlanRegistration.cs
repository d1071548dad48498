using AgaBot.Plans.Entities;
using AgaBot.Plans.Files;

namespace AgaBot.Plans;

public static class PlanRegistration
{
    /// <summary>Adds the plan that section <c>Plan</c> of <paramref name="configuration"/> names.</summary>
    /// <exception cref="PlanFileException">Its file, or that of the entities, has a fault: the bot does not start with it.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IServiceCollection AddPlan(this IServiceCollection services, IConfiguration configuration)
    {
        PlanOptions options = configuration.GetSection(PlanOptions.Section).Get<PlanOptions>() ?? new PlanOptions();
        string plans = Path.Combine(AppContext.BaseDirectory, "plans");
        return services.AddSingleton(Load(plans, options.Id) with { Entities = LoadEntities(Path.Combine(plans, "entities"), options.Entities) });
    }

    private static EntityDirectory LoadEntities(string folder, string id) =>
        EntityFile.Read(File.ReadAllBytes(Find(folder, id, "Plan:Entities")), $"entities/{id}.json");

    private static Plan Load(string folder, string id)
    {
        string file = Find(folder, id, "Plan:Id");
        return PlanFile.Read(File.ReadAllBytes(file), Path.GetFileName(file));
    }

    private static string Find(string folder, string id, string setting)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        return files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id)
            ?? throw new FileNotFoundException($"{setting} is '{id}'; in {folder} there are: {string.Join(", ", files.Select(Path.GetFileNameWithoutExtension))}.");
    }
}
