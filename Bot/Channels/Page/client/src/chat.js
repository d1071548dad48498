// The conversation on the page.
import { answeredCards, keepAria, whenFormChanges } from './cards.js';
import { keep, read } from './device.js';
import { line } from './line.js';
import { asWritten } from './markdown.js';
import { pass } from './pass.js';
import { afterPress, keepPresses } from './presses.js';
import { readFromBeginning } from './reading.js';

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
  // What is longer than the window is scrolled to its beginning, not to its end.
  autoScrollSnapOnPage: true,
  bubbleBorderRadius: 10,
  bubbleFromUserBorderRadius: 10,
  bubbleMaxWidth: 720,
  // At 320 px with the text enlarged a card still fits.
  bubbleMinWidth: 160,
  markdownRenderHTML: false,
  primaryFont: 'system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  sendBoxHeight: 52,
  // In a box of one line a ficha that is pasted loses its line breaks.
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
 * Opens the conversation in `place` and calls `connected` once what is pressed there arrives, `lost` when the line breaks, and `back` when it
 * is there again, the first time too.
 * Answers with how to paint it anew after the person chose another contrast.
 */
export async function open(place, { connected, lost, back }) {
  const [WebChat, way] = await Promise.all([import('./webchat.js'), pass()]);
  const store = WebChat.createStore({}, readFromBeginning(place));
  let view = {
    // What is written and not sent yet stays where the line is another one.
    directLine: line(WebChat.DirectLine, way, { lost, back, changed: next => draw({ directLine: next }) }),
    locale: lang,
    renderMarkdown: asWritten(WebChat.renderMarkdown),
    role: 'main',
    store,
  };
  const draw = changes => {
    view = { ...view, ...changes };
    WebChat.renderWebChat(view, place);
  };
  // A new middleware each time: with the one it knows, Web Chat leaves the cards as they are that it has drawn already.
  const paint = contrast => afterPress(() =>
    draw({ attachmentMiddleware: answeredCards(store), styleOptions: { ...measures, ...looks[contrast] } }));
  whenConnected(store, () => {
    connected();
    tellLanguage(store, !way.isNew);
  });
  paint(document.documentElement.dataset.contrast);
  whenFormChanges(store, () => paint(document.documentElement.dataset.contrast));
  keepAria(place);
  keepPresses(place);
  return paint;
}

function whenConnected(store, then) {
  const leave = store.subscribe(() => {
    if (store.getState().connectivityStatus !== 'connected') return;
    leave();
    then();
  });
}

/** A new conversation begins in the page's language; one that goes on is told where the person has changed it since. */
function tellLanguage(store, isOld) {
  const language = lang.slice(0, 2);
  const told = read('language');
  keep('language', language);
  if (isOld && told && told !== language)
    store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: document.body.dataset.languageCommand } });
}
