using AgaBot.Plans.DocumentImport;
using AgaBot.Plans.Files;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Tests.Plans.DocumentImport;

/// <summary>A question's own label before its answer is not part of the answer.</summary>
public sealed class PlanQuestionLabelTests
{
    private static readonly PlanQuestionLabels Own = PlanQuestionLabels.Of(
        PlanFile.Read(
            File.ReadAllBytes(Path.Combine(Repository.Root, "Bot.Tests", "Plans", "Questions", "plantilla-aga.json")),
            "plantilla-aga.json"
        )
    );

    [Theory]
    [InlineData(FichaForm.Objetivo, "Objetivo: Que todo trámite tenga plazo", "Que todo trámite tenga plazo")]
    [InlineData(FichaForm.Objetivo, "4. OBJETIVOS: · Publicar\n· Verificar", "· Publicar\n· Verificar")]
    [InlineData(FichaForm.Objetivo, "Objetivo del compromiso:\nQue se publique: todo", "Que se publique: todo")]
    [InlineData(FichaForm.Objetivo, "*Objetivo:* Que se publique", "Que se publique")]
    [InlineData(FichaForm.Problema, "Problema público identificado por la entidad (el de siempre): nadie publica", "nadie publica")]
    [InlineData(FichaForm.Responsable, "Entidad responsable: PCM, MEF", "PCM, MEF")]
    [InlineData(FichaForm.Cumplimiento, "Fecha aprox. de cumplimiento: dic 2016", "dic 2016")]
    [InlineData(FichaForm.Componente, "Component: 2", "2")]
    public void It_is_taken_off(string question, string said, string answer) =>
        Assert.Equal(answer, LabelledLine.WithoutLabel(question, said, PlanQuestionLabels.None));

    [Theory]
    [InlineData(FichaForm.Objetivo, "Objetivo:")]
    [InlineData(FichaForm.Objetivo, "Objetivo: \n ")]
    [InlineData(FichaForm.Objetivo, "Problema: nadie publica")]
    [InlineData(FichaForm.Objetivo, "Objetivo uno: publicar")]
    [InlineData(FichaForm.Objetivo, "El objetivo es este: publicar")]
    [InlineData(FichaForm.Objetivo, "Publicar todo\nObjetivo: lo mismo")]
    [InlineData(FichaForm.Objetivo, "Objetivo - publicar")]
    [InlineData(FichaForm.Responsable, "Responsable de esto: todos")]
    [InlineData("costo", "Costo: mil soles")]
    [InlineData("lineabase", "Línea de base: ninguna")]
    public void What_is_no_label_of_the_question_or_leaves_nothing_stays(string question, string said) =>
        Assert.Equal(said, LabelledLine.WithoutLabel(question, said, PlanQuestionLabels.None));

    [Theory]
    [InlineData("lineabase", "Línea de base: ninguna", "ninguna")]
    [InlineData("lineabase", "10. LINEA DE BASE: ninguna", "ninguna")]
    [InlineData("lineabase", "Baseline: none", "none")]
    [InlineData("lineabase", "Presupuesto: ninguno", "Presupuesto: ninguno")]
    [InlineData(FichaForm.Objetivo, "Objetivo: medir la línea de base", "medir la línea de base")]
    public void The_label_of_the_plans_own_question_is_taken_off_as_well(string question, string said, string answer) =>
        Assert.Equal(answer, LabelledLine.WithoutLabel(question, said, Own));

    [Theory]
    [InlineData(FichaForm.Objetivo, "Objetivo:", true)]
    [InlineData(FichaForm.Objetivo, " 4. OBJETIVOS ", true)]
    [InlineData(FichaForm.Objetivo, "*Objetivo:*", true)]
    [InlineData("lineabase", "Línea de base", true)]
    [InlineData(FichaForm.Objetivo, "Problema:", false)]
    [InlineData(FichaForm.Objetivo, "Objetivo: publicar", false)]
    [InlineData(FichaForm.Objetivo, "Objetivo:\npublicar", false)]
    [InlineData(FichaForm.Objetivo, "El objetivo de siempre", false)]
    public void A_label_alone_is_told_from_an_answer(string question, string said, bool alone) =>
        Assert.Equal(alone, LabelledLine.IsLabelAlone(question, said, Own));
}
