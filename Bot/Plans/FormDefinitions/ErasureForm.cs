using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>Asks whether somebody means it that their data be erased (Ley 29733): that is not taken back.</summary>
public static class ErasureForm
{
    public const string Id = "borrado";

    public const string Confirmacion = "confirmacion";

    public static Form Form { get; } =
        new(Id, Version: 1, [new Question.YesNo(Confirmacion, Required: true) { OnlyYes = true }], HasReview: false);
}
