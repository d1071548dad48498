using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Mesas;

/// <summary>The one question of a mesa: who sits at it. Asked when it is opened, and again when its attendance is corrected.</summary>
public static class MesaForm
{
    public const string Id = "mesa";

    public const string Asistencia = "asistencia";

    /// <param name="language">Which name of an organisation type is shown; both are understood.</param>
    public static Form Of(Plan plan, string language) =>
        new(
            Id,
            Version: 1,
            [new Question.HeadCount(Asistencia, Required: true, ProfileForm.OrganisationTypes(plan, language), Mesa.MostPeople)],
            HasReview: false
        );

    /// <summary>A walk that begins with the attendance as it stands.</summary>
    public static FormSession Correct(string sessionId, Form form, Answer.HeadCount attendance)
    {
        FormSession session = FormSession.Start(sessionId, form);
        return session with { Answers = session.Answers.Add(Asistencia, attendance) };
    }

    public static Attendance Read(FormSession session) =>
        Attendance.Of(
            session.Answer<Answer.HeadCount>(Asistencia) ?? throw new ArgumentException("The session was not submitted.", nameof(session))
        );
}
