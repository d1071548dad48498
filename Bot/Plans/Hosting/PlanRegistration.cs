using AgaBot.Plans.Entities;
using AgaBot.Plans.Files;
using AgaBot.Plans.Retention;
using AgaBot.Plans.Suggestions;
using Microsoft.Extensions.Options;

namespace AgaBot.Plans.Hosting;

public static class PlanRegistration
{
    /// <summary>
    /// Adds the plan that section <c>Plan</c> of <paramref name="configuration"/> names. The file of its entities is read in the background
    /// and stops the bot if it is invalid. The advice on proposals is read when it is first needed: no configuration changes it, and the
    /// tests check that it is valid.
    /// </summary>
    /// <exception cref="PlanFileException">The plan file is invalid. The bot does not start.</exception>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static IServiceCollection AddPlan(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<RetentionOptions>, RetentionOptionsValidator>();
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateOnStart();
        PlanOptions options = configuration.GetSection(PlanOptions.Section).Get<PlanOptions>() ?? new PlanOptions();
        string plans = Path.Combine(AppContext.BaseDirectory, "plans");
        string entities = Find(Path.Combine(plans, "entities"), options.Entities, "Plan:Entities");
        return services
            .AddSingleton(
                Load(plans, options.Id) with
                {
                    Entities = new EntityDirectory(() => EntityFile.Read(File.ReadAllBytes(entities), $"entities/{options.Entities}.json")),
                }
            )
            .AddSingleton(static _ => LoadAdvice(Path.Combine(AppContext.BaseDirectory, "advice", "proposals.json")))
            .AddHostedService<EntityPreload>();
    }

    private static SuggestionRules LoadAdvice(string file) => AdviceFile.Read(File.ReadAllBytes(file), Path.GetFileName(file));

    private static Plan Load(string folder, string id)
    {
        string file = Find(folder, id, "Plan:Id");
        return PlanFile.Read(File.ReadAllBytes(file), Path.GetFileName(file));
    }

    private static string Find(string folder, string id, string setting)
    {
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [];
        return files.FirstOrDefault(file => Path.GetFileNameWithoutExtension(file) == id)
            ?? throw new FileNotFoundException(
                $"{setting} is '{id}'; in {folder} there are: {string.Join(", ", files.Select(Path.GetFileNameWithoutExtension))}."
            );
    }
}
