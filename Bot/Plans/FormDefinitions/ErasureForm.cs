using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>Asks for confirmation before personal data is erased (Ley 29733), since an erasure cannot be undone.</summary>
public static class ErasureForm
{
    public const string Id = "borrado";

    public const string Confirmacion = "confirmacion";

    public static Form Form { get; } =
        new(Id, Version: 1, [new Question.YesNo(Confirmacion, Required: true) { OnlyYes = true }], HasReview: false);
}
