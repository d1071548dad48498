import { focusReply } from './focus.js';

// Keeps the beginning of the bot's reply in view, also if the reply is longer than the window. Web Chat scrolls there by itself, but a card
// above that shrinks when it is answered moves the reply; the page then scrolls to the beginning again.

/** In pixels: the distance from the beginning at which Web Chat stops. */
const near = 24;

/** In milliseconds. */
const stride = 50;
const calm = 200;
const patience = 4_000;
const longestWait = 30_000;

/** Middleware of Web Chat's store: after each input of the person, scrolls to the reply. */
export function readFromBeginning(place) {
  let stop = () => {};
  for (const touch of ['pointerdown', 'wheel', 'keydown']) place.addEventListener(touch, () => stop(), { capture: true, passive: true });
  return ({ getState }) => next => action => {
    if (action.type === 'DIRECT_LINE/POST_ACTIVITY') {
      stop();
      stop = follow(place, () => answersIn(getState().activities));
    }
    return next(action);
  };
}

/** Runs until the person scrolls, or until nothing has changed for a while. */
function follow(place, answers) {
  const begun = performance.now();
  let seen = '';
  let since = begun;
  let settled = false;
  const timer = setInterval(() => {
    const now = performance.now();
    const transcript = place.querySelector('.webchat__basic-transcript__scrollable');
    const count = answers();
    if (now - begun > longestWait || (count && now - since > patience)) return clearInterval(timer);
    if (!transcript || !count) return;
    const measures = [count, transcript.scrollTop, transcript.scrollHeight, transcript.offsetHeight].join();
    if (measures !== seen) [seen, since, settled] = [measures, now, false];
    else if (!settled && now - since > calm) {
      settled = true;
      showBeginning(transcript, count);
    }
  }, stride);
  return () => clearInterval(timer);
}

function showBeginning(transcript, count) {
  const first = [...transcript.querySelectorAll('.webchat__basic-transcript__activity')].at(-count);
  if (!first) return;
  const to = Math.min(first.offsetTop, transcript.scrollHeight - transcript.offsetHeight);
  if (Math.abs(transcript.scrollTop - to) > near) transcript.scrollTop = to;
  focusReply(first);
}

/** The number of messages of the bot after the last input of the person. */
function answersIn(activities) {
  const said = activities.findLastIndex(activity => activity.from?.role === 'user');
  return activities.slice(said + 1).filter(activity => activity.type === 'message').length;
}
