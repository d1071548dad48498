// What the bot says is read from its beginning, also where it is longer than the window. Web Chat stops scrolling there by itself, but a
// card above that is answered in the same turn grows small under it: then the beginning is looked for again.

/** In pixels: Web Chat itself stops this near to the beginning. */
const near = 24;

/** In milliseconds. */
const stride = 50;
const calm = 200;
const patience = 4_000;
const longestWait = 30_000;

/** Middleware of Web Chat's store: each thing that the person says or presses is followed to its answer. */
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

/** Until the person moves something themselves, or nothing has changed for a while. */
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
}

/** How many messages of the bot's came after what the person said last. */
function answersIn(activities) {
  const said = activities.findLastIndex(activity => activity.from?.role === 'user');
  return activities.slice(said + 1).filter(activity => activity.type === 'message').length;
}
