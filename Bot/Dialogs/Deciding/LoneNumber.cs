using System.Globalization;
using AgaBot.Dialogs.Drafting;
using AgaBot.Dialogs.Phrasing;

namespace AgaBot.Dialogs.Deciding;

/// <summary>"1" when no form is open: the number may belong to any of several lists.</summary>
internal static class LoneNumber
{
    public static int? Read(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>What the number may mean, each with its command; null if it can only be a consultation.</summary>
    public static Decision? Ways(DialogContext context, int number)
    {
        Words words = context.Words;
        bool isDraft = number <= ProposalDrafts.Listed(context.State).Length;
        bool isProposal = number <= context.Conversation.Listed.Length;
        return !isDraft && !isProposal
            ? null
            : context.Say(
                string.Join(
                    '\n',
                    (string[])
                        [
                            .. isDraft ? [words.Say("number.draft", number)] : Array.Empty<string>(),
                            .. isProposal ? [words.Say("number.proposal", number)] : Array.Empty<string>(),
                            words.Say("number.consultation", number),
                        ]
                )
            );
    }
}
