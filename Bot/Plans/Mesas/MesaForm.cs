using AgaBot.Forms;
using AgaBot.Forms.Walking;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Plans.Mesas;

/// <summary>The attendance of a mesa, asked when the mesa is opened and when the attendance is corrected.</summary>
public static class MesaForm
{
    public const string Id = "mesa";

    public const string Asistencia = "asistencia";

    /// <param name="language">Language of the organisation types as shown; both languages are understood.</param>
    public static Form Of(Plan plan, string language) =>
        new(
            Id,
            Version: 1,
            [new Question.HeadCount(Asistencia, Required: true, ProfileForm.OrganisationTypes(plan, language), Mesa.MostPeople)],
            HasReview: false
        );

    /// <summary>A session that starts with the current attendance.</summary>
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
