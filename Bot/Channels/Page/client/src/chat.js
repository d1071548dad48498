// The conversation on the page.
import { answeredCards, keepAria, whenFormChanges } from './cards.js';
import { nameChosen } from './chosen.js';
import { connect } from './connection.js';
import { keep, read } from './device.js';
import { keepFields } from './fields.js';
import { foldLong } from './folding.js';
import { asWritten } from './markdown.js';
import { openOutbox } from './outbox.js';
import { showRefused, showRestored, stillPending } from './pending.js';
import { afterPress, keepPresses } from './presses.js';
import { readFromBeginning } from './reading.js';
import { openConversation } from './token.js';

const { lang } = document.documentElement;

const looks = {
  normal: {
    accent: '#0b4f8a',
    backgroundColor: '#f6f8fa',
    bubbleBackground: '#ffffff',
    bubbleBorderColor: '#c9d3dc',
    bubbleFromUserBackground: '#dcebf7',
    bubbleFromUserBorderColor: '#b4d0e7',
    sendBoxButtonColorOnDisabled: '#595959',
    subtle: '#595959',
    suggestedActionBackgroundColor: '#ffffff',
    transcriptOverlayButtonBackground: '#333333',
  },
  high: {
    accent: '#ffd400',
    backgroundColor: '#000000',
    bubbleBackground: '#000000',
    bubbleBorderColor: '#ffffff',
    bubbleBorderWidth: 2,
    bubbleFromUserBackground: '#000000',
    bubbleFromUserBorderColor: '#ffd400',
    bubbleFromUserBorderWidth: 2,
    bubbleFromUserTextColor: '#ffffff',
    bubbleTextColor: '#ffffff',
    sendBoxBackground: '#000000',
    sendBoxButtonColor: '#ffd400',
    sendBoxButtonColorOnDisabled: '#ffffff',
    sendBoxPlaceholderColor: '#ffffff',
    sendBoxTextColor: '#ffffff',
    subtle: '#ffffff',
    suggestedActionBackgroundColor: '#000000',
    suggestedActionTextColor: '#ffd400',
    transcriptOverlayButtonBackground: '#ffd400',
    transcriptOverlayButtonColor: '#000000',
  },
};

const measures = {
  // Scrolls to the beginning of a message that is longer than the window, not to its end.
  autoScrollSnapOnPage: true,
  bubbleBorderRadius: 10,
  bubbleFromUserBorderRadius: 10,
  bubbleMaxWidth: 720,
  // A card fits into 320 px, also with enlarged text.
  bubbleMinWidth: 160,
  markdownRenderHTML: false,
  // The outbox tries for as long as it takes.
  sendTimeout: 24 * 60 * 60 * 1_000,
  sendTimeoutForAttachments: 24 * 60 * 60 * 1_000,
  primaryFont: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  sendBoxHeight: 52,
  // A single-line text box would remove the line breaks of a pasted ficha.
  sendBoxTextWrap: true,
  suggestedActionHeight: 48,
  suggestedActionLayout: 'stacked',
  suggestedActionsStackedHeight: '30vh',
  suggestedActionsStackedLayoutButtonMaxHeight: 96,
  suggestedActionsStackedLayoutButtonTextWrap: true,
  uploadAccept: '.docx',
  uploadMultiple: false,
};

/**
 * Opens the conversation in the element `place`. Calls `connected` as soon as input is delivered, `lost` when the connection breaks,
 * `back` when it is established, also for the first time, `sending` with the entries of the outbox, and `refused` when the server refused one.
 * Returns a function that renders the conversation again after the person has changed the contrast.
 */
export async function open(place, { connected, lost, back, sending, refused }) {
  const [WebChat, conversation] = await Promise.all([import('./webchat.js'), openConversation()]);
  const outbox = openOutbox(conversation, (waiting, gone) => {
    sending(waiting);
    if (!gone?.refused) return;
    showRefused(store, gone, gone.refused);
    repaint();
    refused();
  });
  const store = WebChat.createStore({}, keepFields(place), readFromBeginning(place), stillPending(outbox.has));
  let view = {
    // Keeps unsent text when the connection is replaced.
    directLine: outbox.takeOver(connect(WebChat.DirectLine, conversation, {
      lost,
      back() {
        back();
        outbox.deliver();
      },
      changed: next => draw({ directLine: outbox.takeOver(next) }),
    })),
    locale: lang,
    overrideLocalizedStrings: strings => ({ ...strings, ...ownWords() }),
    renderMarkdown: asWritten(WebChat.renderMarkdown),
    role: 'main',
    store,
  };
  const draw = changes => {
    view = { ...view, ...changes };
    WebChat.renderWebChat(view, place);
  };
  // A new middleware each time: with the same one, Web Chat does not render existing cards again.
  const paint = contrast => afterPress(() =>
    draw({ attachmentMiddleware: answeredCards(store), styleOptions: { ...measures, ...looks[contrast] } }));
  function repaint() {
    paint(document.documentElement.dataset.contrast);
  }
  whenConnected(store, () => {
    connected();
    tellLanguage(store, !conversation.isNew);
  });
  paint(document.documentElement.dataset.contrast);
  whenFormChanges(store, repaint);
  sending(outbox.restored);
  showRestored(store, outbox.restored);
  keepAria(place);
  foldLong(place, { show: document.body.dataset.foldShow, hide: document.body.dataset.foldHide });
  nameChosen(store, document.getElementById('chosen'));
  keepPresses(place);
  return paint;
}

/** Sentences of Web Chat that the page says otherwise: a day takes no "a las", and a card has its own button to send. */
function ownWords() {
  const { sentAt, sendMessage } = document.body.dataset;
  return { ACTIVITY_STATUS_SEND_STATUS_ALT_SENT_AT: sentAt, TEXT_INPUT_SEND_BUTTON_ALT: sendMessage };
}

function whenConnected(store, then) {
  const leave = store.subscribe(() => {
    if (store.getState().connectivityStatus !== 'connected') return;
    leave();
    then();
  });
}

/** A new conversation starts in the language of the page. A resumed conversation is told if the person has changed the language. */
function tellLanguage(store, isOld) {
  const language = lang.slice(0, 2);
  const told = read('language');
  keep('language', language);
  if (isOld && told && told !== language)
    store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: document.body.dataset.languageCommand } });
}
