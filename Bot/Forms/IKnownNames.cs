namespace AgaBot.Forms;

/// <summary>Names that people write into lists, and that hold the very marks by which a list is parted.</summary>
public interface IKnownNames
{
    /// <summary>True where the words are a name: "Ministerio de Economía y Finanzas".</summary>
    bool IsName(string words);

    /// <summary>True for a name, and for the name of one of a kind that is not listed: "UGEL Trujillo".</summary>
    bool IsNameOrOfKind(string words);
}
