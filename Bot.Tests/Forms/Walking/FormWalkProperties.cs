using AgaBot.Forms;
using AgaBot.Forms.Walking;
using CsCheck;

namespace AgaBot.Tests.Forms.Walking;

/// <summary>Properties of every form under any inputs in any order.</summary>
public sealed class FormWalkProperties
{
    private static readonly Form RequiredTable = new(
        "tabla",
        1,
        [new Question.Text("titulo", false, false), SampleForms.Actions with { Required = true }, new Question.Text("nota", false, true)],
        true
    );

    private static readonly Gen<(Form Form, AnyInput[] Inputs)> AnyTalk = Gen.Select(
        Gen.OneOfConst(SampleForms.Ficha, SampleForms.Profile, SampleForms.Consultation, RequiredTable),
        AnyInput.Any.Array[0, 40]
    );

    [Fact]
    public void An_answer_given_stays_until_another_takes_its_place() =>
        ForEachStep(
            (form, before, input, after) =>
            {
                if (after.Outcome is FormOutcome.Restarted)
                    return;
                foreach ((string question, Answer answer) in before.Answers)
                {
                    bool removedItsLastRow =
                        after.Outcome is FormOutcome.RowsChanged { Removed: 1 } && answer is Answer.Rows { Items.Length: 1 };
                    bool answeredAnew =
                        input
                            is FormInput.Say
                                or FormInput.Fill
                                or FormInput.AddRow
                                or FormInput.RemoveRow
                                or FormInput.MoveRow
                                or FormInput.ReplaceRow
                                or FormInput.Replace
                        && (before.At is FormPosition.Asking || IsAtReview(before))
                        && after.Session.Answers.ContainsKey(question)
                        && after.Session.Answers[question] != answer;
                    Assert.True(removedItsLastRow || answeredAnew || after.Session.Answers[question] == answer);
                }
            }
        );

    [Fact]
    public void One_message_answers_no_question_but_the_one_at_hand() =>
        ForEachStep(
            (_, before, input, after) =>
            {
                if (input is not FormInput.Say || after.Outcome is FormOutcome.Restarted)
                    return;
                string? atHand = (before.At as FormPosition.Asking)?.QuestionId;
                Assert.Equal(before.Answers.Where(one => one.Key != atHand), after.Session.Answers.Where(one => one.Key != atHand));
            }
        );

    [Fact]
    public void Back_then_forward_is_the_identity() =>
        ForEachStep(
            (form, _, _, reached) =>
            {
                FormSession session = reached.Session;
                FormStep back = FormWalk.Advance(form, session, new FormInput.Back(), Walk.Today);
                if (
                    session.At
                        is FormPosition.Confirming
                            or FormPosition.Asking { ThenReview: true }
                            or FormPosition.Asking { Row: not null }
                    || back.Outcome is not FormOutcome.Moved
                )
                    return;

                FormSession forward = FormWalk.Advance(form, back.Session, new FormInput.Skip(), Walk.Today).Session;
                Assert.Equal(session.Answers, forward.Answers);
                Assert.Equal(Standing(session), Standing(forward));
            }
        );

    [Fact]
    public void Back_from_an_edit_leads_to_where_it_was_said() =>
        ForEachStep(
            (form, _, _, reached) =>
            {
                FormSession session = reached.Session;
                if (session.At is not (FormPosition.Review or FormPosition.Asking { ThenReview: false, Row: null }))
                    return;
                for (int number = 1; number <= FormWalk.Asked(form, session).Length; number++)
                {
                    FormSession edited = FormWalk.Advance(form, session, new FormInput.Edit(number), Walk.Today).Session;
                    if (edited.At is not FormPosition.Asking { ThenReview: true })
                        continue;
                    FormSession back = FormWalk.Advance(form, edited, new FormInput.Back(), Walk.Today).Session;
                    Assert.Equal(session.Answers, back.Answers);
                    Assert.Equal(Standing(session), Standing(back));
                }
            }
        );

    /// <summary>
    /// Found by the property that back, then forward, is the identity: the table has rows and is not done, and the question before it was
    /// never at hand.
    /// </summary>
    [Fact]
    public void Back_then_forward_from_a_table_behind_an_unasked_question_is_the_identity()
    {
        Walk walk = new Walk(RequiredTable).Submits().Says("Comprar; Jun 2016");
        Assert.Equal("acciones", walk.At);
        Assert.Equal("titulo", walk.GoesBack().At);
        Assert.Equal("acciones", walk.Skips().At);
    }

    [Fact]
    public void What_is_sent_is_what_the_review_showed() =>
        ForEachStep(
            (form, before, _, after) =>
            {
                if (after.Outcome is not FormOutcome.Submitted || !form.HasReview)
                    return;
                Assert.True(IsAtReview(before));
                Assert.Equal(before.Answers, after.Session.Answers);
            }
        );

    /// <summary>At the review, or asked there whether to send.</summary>
    private static bool IsAtReview(FormSession session) =>
        session.At is FormPosition.Review or FormPosition.Confirming { What: Confirmable.Send };

    [Fact]
    public void Nothing_is_reviewed_or_sent_without_its_required_answers() =>
        ForEachStep(
            (form, _, _, after) =>
            {
                if (after.Session.At is not (FormPosition.Review or FormPosition.Ended { Submitted: true }))
                    return;
                Assert.All(
                    FormWalk.Asked(form, after.Session).Where(question => question.Required),
                    question => Assert.Contains(question.Id, after.Session.Answers.Keys)
                );
            }
        );

    [Fact]
    public void The_question_at_hand_is_always_one_of_those_asked() =>
        ForEachStep(
            (form, _, _, after) =>
            {
                if (after.Session.At is not FormPosition.Asking)
                    return;
                (int number, int of) = Assert.NotNull(FormWalk.Progress(form, after.Session));
                Assert.InRange(number, 1, of);
            }
        );

    [Fact]
    public void The_revision_grows_with_every_change_and_with_nothing_else() =>
        ForEachStep(
            (_, before, _, after) =>
            {
                bool changed = after.Session with { Revision = before.Revision } != before;
                Assert.Equal(before.Revision + (changed ? 1 : 0), after.Session.Revision);
            }
        );

    [Fact]
    public void Same_words_same_result() =>
        ForEachStep((form, before, input, after) => Assert.Equal(after.Session, FormWalk.Advance(form, before, input, Walk.Today).Session));

    [Fact]
    public void A_walk_that_ended_never_changes() =>
        ForEachStep(
            (_, before, _, after) =>
            {
                if (before.At is FormPosition.Ended)
                    Assert.Equal(before, after.Session);
            }
        );

    [Fact]
    public void Rows_and_lists_never_outgrow_their_question() =>
        ForEachStep(
            (form, _, _, after) =>
            {
                foreach ((string id, Answer answer) in after.Session.Answers)
                {
                    switch (form.Find(id), answer)
                    {
                        case (Question.Rows table, Answer.Rows rows):
                            Assert.InRange(rows.Items.Length, 1, table.MaxRows);
                            Assert.All(rows.Items, row => Assert.Equal(table.Columns.Length, row.Cells.Length));
                            break;
                        case (Question.List list, Answer.List items):
                            Assert.InRange(items.Items.Length, 1, list.MaxItems);
                            break;
                        case (Question.Text text, Answer.Text written):
                            Assert.InRange(written.Value.Length, 1, text.MaxLength);
                            break;
                    }
                }
            }
        );

    private static void ForEachStep(Action<Form, FormSession, FormInput, FormStep> holds) =>
        AnyTalk.Sample(
            (form, inputs) =>
            {
                FormSession session = FormSession.Start("s1", form);
                foreach (AnyInput any in inputs)
                {
                    FormInput input = any.To(form, session);
                    FormStep step = FormWalk.Advance(form, session, input, Walk.Today);
                    holds(form, session, input, step);
                    session = step.Session;
                }
            },
            iter: 1_000
        );

    /// <summary>The current question, or the review. An unclear date is asked about again after the person left it.</summary>
    private static string Standing(FormSession session) => session.At is FormPosition.Asking at ? at.QuestionId : session.At.GetType().Name;
}
