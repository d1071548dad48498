namespace AgaBot.Forms;

/// <summary>Names that people write into lists and that contain list separators.</summary>
public interface IKnownNames
{
    /// <summary>True if the words are a listed name: "Ministerio de Economía y Finanzas".</summary>
    bool IsName(string words);

    /// <summary>True for a listed name, and for a name of a kind whose names are not listed: "UGEL Trujillo".</summary>
    bool IsNameOrOfKind(string words);
}
