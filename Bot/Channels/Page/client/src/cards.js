// Accessibility fixes for Web Chat's cards, and the state of answered cards.
import { keptValues } from './fields.js';
import { filledWith, isRefused, restoredValues } from './pending.js';

/** Disables the buttons of answered cards: any later input of the person makes a card read-only. */
export function answeredCards(store) {
  return () => next => (...args) => {
    const { activity, attachment } = args[0];
    const values = restoredValues(store.getState().activities, formOf(activity)) ?? keptValues(attachment?.content);
    const shown = values ? { ...args[0], attachment: { ...attachment, content: filledWith(attachment.content, values) } } : args[0];
    const element = next(shown, ...args.slice(1));
    if (!element || typeof element !== 'object' || attachment?.contentType !== 'application/vnd.microsoft.card.adaptive') return element;
    const { activities } = store.getState();
    const isDead = isPassed(activities, activity) && !(isInPlaceOfAnswered(activity) && formOf(activity) === waitingForm(activities));
    return isDead ? { ...element, props: { ...element.props, disabled: true } } : element;
  };
}

/** Calls `then` when the form that waits for an answer changes: this enables or disables cards further up. */
export function whenFormChanges(store, then) {
  let known = waitingForm(store.getState().activities);
  store.subscribe(() => {
    const now = waitingForm(store.getState().activities);
    if (now === known) return;
    known = now;
    then();
  });
}

/** Removes aria-expanded from the target of a toggle, where the Adaptive Cards renderer puts it and where it is invalid. */
export function keepAria(root) {
  const clean = () => root.querySelectorAll('.ac-adaptiveCard :not(button)[aria-expanded]').forEach(e => e.removeAttribute('aria-expanded'));
  new MutationObserver(clean).observe(root, { attributeFilter: ['aria-expanded'], childList: true, subtree: true });
}

function isPassed(activities, activity) {
  const place = activities.findIndex(other => other.id === activity.id);
  return place >= 0 && activities.slice(place + 1).some(other => other.from?.role === 'user' && !isRefused(other));
}

// A card that replaced an answered one keeps its edit button while a card of the same form waits for an answer.
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
