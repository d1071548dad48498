using AgaBot.Dialogs.Phrasing;
using AgaBot.Dialogs.Views;
using AgaBot.Plans.FormDefinitions;

namespace AgaBot.Dialogs.Asking;

/// <summary>The profile questions on one card. Typed answers still go through the questions one by one.</summary>
internal static class ProfileCard
{
    /// <summary>The card is used only while all its questions are open: after that the rest are asked one by one.</summary>
    public static bool Fits(OpenForm open) =>
        open.Form.Id == ProfileForm.Id && open.QuestionAtHand?.Id == ProfileForm.Nombre && open.Session.IsEmpty;

    public static ProfileView Make(OpenForm open, Notice notice, string text)
    {
        Words words = open.Words;
        return new ProfileView
        {
            FallbackText = text,
            Speak = notice.Above(words["profile.text"]),
            Lang = words.Language,
            Title = words["profile.title"],
            Text = words["profile.text"],
            Notice = PlainInCards.Escape(notice.Text),
            Origin = PlaceMessage.Origin(open),
            Name = Field(ProfileForm.Nombre),
            Organisation = Field(ProfileForm.Organizacion),
            OrganisationType = Field(ProfileForm.Tipo),
            Gender = Field(ProfileForm.Genero),
            SendLabel = words["button.next"],
        };

        FieldView Field(string questionId) =>
            FieldViews.Of(
                open,
                open.Form.Find(questionId) ?? throw new InvalidOperationException($"The profile has no question '{questionId}'.")
            );
    }
}
