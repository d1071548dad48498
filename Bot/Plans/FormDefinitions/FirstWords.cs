using System.Collections.Immutable;
using System.Globalization;
using AgaBot.Forms;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Walking;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>The first words of a proposal, which identify it in a list.</summary>
public static class FirstWords
{
    private const int MaxLength = 80;

    private const string Ellipsis = "…";

    /// <summary>Empty until the proposal itself is answered.</summary>
    public static string Of(Proposal proposal) => Of(proposal.Answers);

    /// <inheritdoc cref="Of(Proposal)"/>
    public static string Of(Draft draft) => Of(draft.Session);

    /// <inheritdoc cref="Of(Proposal)"/>
    public static string Of(FormSession session) => Of(session.Answers);

    private static string Of(ImmutableSortedDictionary<string, Answer> answers) =>
        answers.GetValueOrDefault(FichaForm.Propuesta) is Answer.Text text ? Shorten(FirstLine(text.Value)) : "";

    private static string FirstLine(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        int end = trimmed.IndexOfAny('\r', '\n');
        return UserText.WithoutBullet((end < 0 ? trimmed : trimmed[..end]).ToString());
    }

    private static string Shorten(string line)
    {
        if (line.Length <= MaxLength)
            return line;

        // Cuts between text elements, and at the end of a word if one is near.
        int cut = 0;
        for (int next = 0; next <= MaxLength; next += StringInfo.GetNextTextElementLength(line, next))
            cut = next;
        int space = line.LastIndexOf(' ', cut);
        return BidiControls.Close(line[..(space > MaxLength / 2 ? space : cut)].TrimEnd(' ', ',', ';', ':')) + Ellipsis;
    }
}
