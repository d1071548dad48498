using AgaBot.Cards.Templates;
using AgaBot.Plans.Files;
using AgaBot.Storage;
using AgaBot.Storage.Moving;
using AgaBot.Turns.Persistence;
using Microsoft.Extensions.Options;

namespace AgaBot;

/// <summary>
/// Recognises errors that an operator can correct: in a setting, the plan or a card. The start ends with the message only.
/// </summary>
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
                or NotAStoreException
                or UnknownVersionException;
}
