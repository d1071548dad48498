using AgaBot.Forms;

namespace AgaBot.Plans.FormDefinitions;

/// <summary>
/// The aporte: a ficha without componente and fulfilment date, with the same question ids. One thing is asked; the rest are details.
/// </summary>
public static class AporteForm
{
    public const string Id = "aporte";

    public static Form Of(Plan plan) => new(Id, Version: 1, FichaForm.Shared(plan), HasReview: true) { DetailsOnRequest = true };
}
