using System.Diagnostics;
using AgaBot.Dialogs.Proposals;
using AgaBot.Forms;

namespace AgaBot.Dialogs;

/// <summary>The session of the form that typed answers go to.</summary>
internal static class OpenSession
{
    public static FormSession? Of(Memory memory) =>
        memory.Talk.Walk switch
        {
            Walk.Proposing proposing => ProposalDrafts.Find(memory, proposing.Draft)?.Session,
            Walk.AboutMe aboutMe => aboutMe.Session,
            Walk.Correcting correcting => correcting.Session,
            Walk.Erasing erasing => erasing.Session,
            Walk.CountingMesa counting => counting.Session,
            Walk.OpeningConsultation opening => opening.Session,
            Walk.Responding responding => responding.Session,
            null => null,
            _ => throw new UnreachableException(),
        };

    /// <summary>True where the same question is asked again with the same answers: what was said came to nothing.</summary>
    public static bool StandsStill(FormSession before, FormSession? after) =>
        after?.Id == before.Id
        && Same(before.At, after.At)
        && before.Answers.SequenceEqual(after.Answers)
        && before.Skipped.SequenceEqual(after.Skipped);

    private static bool Same(Place one, Place other) =>
        (one, other) switch
        {
            (Place.Asking before, Place.Asking after) => (before.QuestionId, before.Row) == (after.QuestionId, after.Row),
            _ => one == other,
        };
}
