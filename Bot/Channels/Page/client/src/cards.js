// What Web Chat's cards lack for everybody to be able to use them.

/** A card that was answered is read-only: whatever the person did after it makes its buttons dead. */
export function answeredCards(store) {
  return () => next => (...args) => {
    const element = next(...args);
    const { activity, attachment } = args[0];
    if (!element || typeof element !== 'object' || attachment?.contentType !== 'application/vnd.microsoft.card.adaptive') return element;
    const { activities } = store.getState();
    const place = activities.findIndex(other => other.id === activity.id);
    const isAnswered = place >= 0 && activities.slice(place + 1).some(other => other.from?.role === 'user');
    return isAnswered ? { ...element, props: { ...element.props, disabled: true } } : element;
  };
}

/** Adaptive Cards' renderer puts aria-expanded on what a toggle shows, where it has no meaning. */
export function keepAria(root) {
  const clean = () => root.querySelectorAll('.ac-adaptiveCard :not(button)[aria-expanded]').forEach(e => e.removeAttribute('aria-expanded'));
  new MutationObserver(clean).observe(root, { attributeFilter: ['aria-expanded'], childList: true, subtree: true });
}
