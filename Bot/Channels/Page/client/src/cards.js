// What Web Chat's cards lack for everybody to be able to use them.

/** A card that was answered is read-only: whatever the person did after it makes its buttons dead. */
export function answeredCards(store) {
  return () => next => (...args) => {
    const element = next(...args);
    const { activity, attachment } = args[0];
    if (!element || typeof element !== 'object' || attachment?.contentType !== 'application/vnd.microsoft.card.adaptive') return element;
    const { activities } = store.getState();
    const isDead = isPassed(activities, activity) && !(isInPlaceOfAnswered(activity) && formOf(activity) === waitingForm(activities));
    return isDead ? { ...element, props: { ...element.props, disabled: true } } : element;
  };
}

/** Calls `then` when another form waits for its next answer, or none: with it, cards further up come alive or die. */
export function whenFormChanges(store, then) {
  let known = waitingForm(store.getState().activities);
  store.subscribe(() => {
    const now = waitingForm(store.getState().activities);
    if (now === known) return;
    known = now;
    then();
  });
}

/** Adaptive Cards' renderer puts aria-expanded on what a toggle shows, where it has no meaning. */
export function keepAria(root) {
  const clean = () => root.querySelectorAll('.ac-adaptiveCard :not(button)[aria-expanded]').forEach(e => e.removeAttribute('aria-expanded'));
  new MutationObserver(clean).observe(root, { attributeFilter: ['aria-expanded'], childList: true, subtree: true });
}

function isPassed(activities, activity) {
  const place = activities.findIndex(other => other.id === activity.id);
  return place >= 0 && activities.slice(place + 1).some(other => other.from?.role === 'user');
}

// What the server put in the place of an answered card has a way to edit, as long as a card of the same form waits.
function isInPlaceOfAnswered(activity) {
  return firstButton(activity)?.agabot === 'edit';
}

function waitingForm(activities) {
  const newest = activities.findLast(activity => formOf(activity) && !isInPlaceOfAnswered(activity));
  return newest && !isPassed(activities, newest) ? formOf(newest) : undefined;
}

function formOf(activity) {
  return firstButton(activity)?.session;
}

function firstButton(activity) {
  return activity.attachments?.[0]?.content?.actions?.[0]?.data;
}
