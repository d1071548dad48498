using AgaBot.Cards;
using AgaBot.Plans.Files;
using AgaBot.Storage.Moving;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot;

/// <summary>What an operator can put right: a setting, the plan, a card. It stops the start with its sentence alone.</summary>
internal static class StartupError
{
    public const int ExitCode = 1;

    public static bool Is(Exception fault) =>
        fault
            is OptionsValidationException
                or PlanFileException
                or CardTemplateException
                or FileNotFoundException
                or MovingException
                or UnknownVersionException;
}
