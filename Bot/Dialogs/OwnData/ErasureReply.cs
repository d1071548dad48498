using System.Collections.Frozen;
using AgaBot.Dialogs.Phrasing;
using AgaBot.Forms.Normalization;
using AgaBot.Forms.Reading;

namespace AgaBot.Dialogs.OwnData;

/// <summary>What a typed text says to the question whether all data is erased.</summary>
internal enum ErasureReply
{
    /// <summary>The word that the question asks for.</summary>
    Erase,
    Keep,

    /// <summary>A bare yes, which may be meant for something else.</summary>
    Yes,

    /// <summary>Something else: the question ends.</summary>
    Other,
}

internal static class ErasureReplies
{
    private static readonly FrozenSet<string> Erasing = CommandWords.Of("erase.word").ToFrozenSet(StringComparer.Ordinal);

    public static ErasureReply Read(string text) =>
        text.Length <= AnswerReader.ShortAnswerLength && Erasing.Contains(Folding.ToWords(text))
            ? ErasureReply.Erase
            : YesNoReader.Read(text) switch
            {
                true => ErasureReply.Yes,
                false => ErasureReply.Keep,
                null => ErasureReply.Other,
            };
}
