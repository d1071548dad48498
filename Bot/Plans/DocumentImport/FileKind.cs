namespace AgaBot.Plans.DocumentImport;

/// <summary>What a file is, told by its content: names and declared types are anybody's.</summary>
public enum FileKind
{
    /// <summary>Word's own format since 2007 (ISO/IEC 29500), without macros.</summary>
    Word,

    /// <summary>Word's format with macros in it: never opened.</summary>
    WordWithMacros,

    /// <summary>The format before 2007, whatever else Office kept in the same container, and Rich Text, which goes by the same name.</summary>
    OldWord,

    Pdf,

    Picture,

    /// <summary>Words alone, in UTF-8, as the editor of a telephone or a paste keeps them.</summary>
    Text,

    /// <summary>A document that a password opens: Office keeps it, encrypted, in the old container.</summary>
    Locked,

    Empty,

    Other,
}
