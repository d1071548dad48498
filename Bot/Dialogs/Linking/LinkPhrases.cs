using AgaBot.Dialogs.Phrasing;
using AgaBot.Plans;
using AgaBot.Plans.Linking;

namespace AgaBot.Dialogs.Linking;

/// <summary>The questions of a link, and what each side is shown of the other.</summary>
internal sealed class LinkPhrases(ILinkFaces faces, Plan plan)
{
    /// <summary>"Rosa (Municipios), en Teams, con 1 borrador y 2 fichas o aportes".</summary>
    /// <param name="speaker">The id under which the other spoke, whose channel is named.</param>
    public async ValueTask<string> FaceAsync(
        Words words,
        ParticipantId participant,
        ParticipantId speaker,
        CancellationToken cancellationToken
    )
    {
        LinkFace face = await faces.OfAsync(participant, cancellationToken);
        string type = plan.OrganisationTypes.FirstOrDefault(one => one.Id == face.OrganisationTypeId)?.NameIn(words.Language) ?? "";
        string name =
            face.FirstName is { } first && type.Length > 0 ? words.Say("link.face.known", first, type) : words["link.face.unknown"];
        return words.Say(
            "link.face",
            name,
            Place(words, speaker),
            words.Count("link.drafts", face.Drafts),
            words.Count("link.proposals", face.Proposals)
        );
    }

    /// <summary>"Teams", "la página" …: the channel is the part of an id before the colon.</summary>
    public static string Place(Words words, ParticipantId speaker) =>
        words.Find($"link.place.{speaker.Value.Split(':')[0]}") ?? words["link.place.other"];

    public static Reply AskWho(Words words, string text) => ButtonsMessage.Say(words, text, "linkYes", "linkNo");

    public static Reply AskRole(Words words, ParticipantId other) =>
        ButtonsMessage.Say(words, words.Say("link.askRole", Place(words, other)), "linkWithoutRole", "linkWithRole");
}
