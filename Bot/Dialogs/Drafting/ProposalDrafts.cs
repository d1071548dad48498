using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Drafting;

/// <summary>The drafts of one person.</summary>
internal static class ProposalDrafts
{
    /// <summary>Maximum drafts of a person. All are stored in one row, whose size the store limits.</summary>
    public const int Most = 10;

    /// <summary>In the order of <i>mis fichas</i>: the draft changed last comes first. Empty drafts are left out.</summary>
    public static ImmutableArray<Draft> Listed(DialogState state) =>
        [.. state.Drafts.Where(draft => !draft.Session.IsEmpty).Reverse().OrderByDescending(draft => draft.ChangedAt)];

    /// <summary>The draft that is open; null if none is.</summary>
    public static Draft? Open(DialogContext context) =>
        context.Conversation.ActiveForm is Proposing open ? Find(context.State, open.Draft) : null;

    public static Draft? Find(DialogState state, ProposalId id) => state.Drafts.FirstOrDefault(draft => draft.Id == id);

    /// <summary>The state with this draft in place of the one with the same id, or added as the newest.</summary>
    public static DialogState Put(DialogState state, Draft draft)
    {
        for (int index = 0; index < state.Drafts.Length; index++)
        {
            if (state.Drafts[index].Id == draft.Id)
                return With(state, state.Drafts.SetItem(index, draft));
        }
        return With(state, state.Drafts.Add(draft));
    }

    public static DialogState Remove(DialogState state, ProposalId id) => With(state, state.Drafts.RemoveAll(draft => draft.Id == id));

    public static DialogState With(DialogState state, ImmutableArray<Draft> drafts) =>
        state with
        {
            Person = state.Person with { Drafts = drafts },
        };
}
