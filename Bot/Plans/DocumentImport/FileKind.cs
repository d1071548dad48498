namespace AgaBot.Plans.DocumentImport;

/// <summary>The kind of a file, determined by its content, since its name and declared type cannot be trusted.</summary>
public enum FileKind
{
    /// <summary>The format of Word since 2007 (ISO/IEC 29500), without macros.</summary>
    Word,

    /// <summary>The format of Word with macros; never opened.</summary>
    WordWithMacros,

    /// <summary>The format of Word before 2007, other Office files in the same container, and Rich Text.</summary>
    OldWord,

    Pdf,

    Picture,

    /// <summary>Plain text in UTF-8.</summary>
    Text,

    /// <summary>A document with a password, which Office stores encrypted in the old container.</summary>
    Locked,

    Empty,

    Other,
}
