using System.Collections.Immutable;
using AgaBot.Plans;

namespace AgaBot.Dialogs.Proposals;

/// <summary>The drafts of one person.</summary>
internal static class ProposalDrafts
{
    /// <summary>All of a person's drafts are kept in one row, which has to stay within what a store takes.</summary>
    public const int Most = 10;

    /// <summary>As <i>mis fichas</i> numbers them: the one changed last is the first. What is still empty is not worth a line.</summary>
    public static ImmutableArray<Draft> Listed(Memory memory) =>
        [.. memory.Drafts.Where(draft => !draft.Session.IsEmpty).Reverse().OrderByDescending(draft => draft.ChangedAt)];

    public static Draft? Find(Memory memory, ProposalId id) => memory.Drafts.FirstOrDefault(draft => draft.Id == id);

    /// <summary>The memory with this draft in the place of the one of the same id, or as its newest.</summary>
    public static Memory Put(Memory memory, Draft draft)
    {
        for (int index = 0; index < memory.Drafts.Length; index++)
        {
            if (memory.Drafts[index].Id == draft.Id)
                return memory with { Drafts = memory.Drafts.SetItem(index, draft) };
        }
        return memory with { Drafts = memory.Drafts.Add(draft) };
    }

    public static Memory Remove(Memory memory, ProposalId id) => memory with { Drafts = memory.Drafts.RemoveAll(draft => draft.Id == id) };
}
