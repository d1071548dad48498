using System.Collections.Immutable;
using AgaBot.Dialogs.Asking;
using AgaBot.Dialogs.Commands;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;

namespace AgaBot.Dialogs.OwnData;

/// <summary><i>Mis datos</i>: shows a person all their stored data (Ley 29733).</summary>
internal sealed record ShowMyDataCommand : Command, IHasPatterns
{
    public static IEnumerable<CommandPattern> Patterns =>
        [
            new CommandPattern.Bare("command.myData", new ShowMyDataCommand()),
            new CommandPattern.Sentence("sentence.myData", 20, new ShowMyDataCommand()),
        ];
}

internal sealed class ShowMyDataHandler(OwnDataSheets sheets) : CommandHandler<ShowMyDataCommand>
{
    protected override async ValueTask<Decision> FollowAsync(
        DialogContext context,
        ShowMyDataCommand command,
        OpenForm? open,
        CancellationToken cancellationToken
    )
    {
        Words words = context.Words;
        OwnDataSheet sheet = await sheets.OfAsync(context.Participant, context.State.Drafts, words, context.Turn.Today, cancellationToken);
        var replies = ImmutableArray.CreateBuilder<Reply>();
        replies.Add(
            new Reply(
                sheet.Profile.IsEmpty
                    ? words["ownData.noProfile"]
                    : string.Join('\n', [words["ownData.kept"], .. sheet.Profile.Select(OwnDataSheets.InLine)])
            )
        );
        replies.Add(new Reply(string.Join('\n', Counts(sheet, words))));
        if (!sheet.Responses.IsEmpty)
            replies.Add(new Reply(string.Join('\n', [words["ownData.responses"], .. sheet.Responses.Select(Short)])));
        replies.Add(new Reply($"{sheet.Why} {sheet.Until}"));
        replies.Add(new Reply(words[context.Participant.Profile is null ? "ownData.whatToDo" : "ownData.whatToDoWithProfile"]));
        return Interruption.Tell(context.Say(replies.ToImmutable()), open);
    }

    /// <summary>Counts of zero are left out.</summary>
    private static IEnumerable<string> Counts(OwnDataSheet sheet, Words words) =>
        [
            words.Say("ownData.count", words["ownData.drafts"], sheet.Drafts.Length),
            .. sheet.ThrownAway.IsEmpty ? [] : new[] { words.Say("ownData.count", words["ownData.thrownAway"], sheet.ThrownAway.Length) },
            words.Say("ownData.count", words["ownData.proposals"], sheet.Proposals.Length),
            .. sheet.Supports.IsEmpty ? [] : new[] { $"{words["ownData.supports"]}: {string.Join(", ", sheet.Supports)}" },
            words.Say("ownData.count", words["ownData.conversations"], sheet.Conversations),
            .. sheet.Mesas.IsEmpty ? [] : new[] { $"{words["ownData.mesas"]}: {string.Join(", ", sheet.Mesas)}" },
            .. sheet.Roles.IsEmpty ? [] : new[] { $"{words["ownData.roles"]}: {string.Join(", ", sheet.Roles)}" },
            .. sheet.Identities.Length > 1
                ? [words.Say("ownData.count", words["ownData.linked"], sheet.Identities.Length - 1)]
                : Array.Empty<string>(),
        ];

    private static string Short(OwnDataLine response) => $"{Excerpt.Quote(response.Label)} {Excerpt.Quote(response.Value)}";
}
