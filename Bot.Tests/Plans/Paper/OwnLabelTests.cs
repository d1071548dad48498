using AgaBot.Plans;
using AgaBot.Plans.Paper;

namespace AgaBot.Tests.Plans.Paper;

/// <summary>The question's own label, pasted or typed before its answer, is no part of it.</summary>
public sealed class OwnLabelTests
{
    [Theory]
    [InlineData(FichaForm.Objetivo, "Objetivo: Que todo trámite tenga plazo", "Que todo trámite tenga plazo")]
    [InlineData(FichaForm.Objetivo, "4. OBJETIVOS: · Publicar\n· Verificar", "· Publicar\n· Verificar")]
    [InlineData(FichaForm.Objetivo, "Objetivo del compromiso:\nQue se publique: todo", "Que se publique: todo")]
    [InlineData(FichaForm.Objetivo, "*Objetivo:* Que se publique", "Que se publique")]
    [InlineData(FichaForm.Problema, "Problema público identificado por la entidad (el de siempre): nadie publica", "nadie publica")]
    [InlineData(FichaForm.Responsable, "Entidad responsable: PCM, MEF", "PCM, MEF")]
    [InlineData(FichaForm.Cumplimiento, "Fecha aprox. de cumplimiento: dic 2016", "dic 2016")]
    [InlineData(FichaForm.Componente, "Component: 2", "2")]
    public void It_is_taken_off(string question, string said, string answer) => Assert.Equal(answer, PaperLine.WithoutLabel(question, said));

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
    public void What_is_no_label_of_the_question_or_leaves_nothing_stays(string question, string said) => Assert.Equal(said, PaperLine.WithoutLabel(question, said));
}
