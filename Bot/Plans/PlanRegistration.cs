using AgaBot.Plans.Files;

namespace AgaBot.Plans;

public static class PlanRegistration
{
    /// <summary>Adds the plan that section <c>Plan</c> of <paramref name="configuration"/> names.</summary>
    /// <exception cref="PlanFileException">Its file has a fault: the bot does not start with it.</exception>
    /// <exception cref="FileNotFoundException">There is no such plan.</exception>
    public static IServiceCollection AddPlan(this IServiceCollection services, IConfiguration configuration)
    {
        PlanOptions options = configuration.GetSection(PlanOptions.Section).Get<PlanOptions>() ?? new PlanOptions();
        return services.AddSingleton(Load(Path.Combine(AppContext.BaseDirectory, "plans"), options.Id));
    }

    private static Plan Load(string folder, string id)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        string file = files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id)
            ?? throw new FileNotFoundException($"Plan:Id is '{id}'; the plans in {folder} are: {string.Join(", ", files.Select(Path.GetFileNameWithoutExtension))}.");
        return PlanFile.Read(File.ReadAllBytes(file), Path.GetFileName(file));
    }
}
