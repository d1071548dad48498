// Keeps the keyboard at the conversation: the pressed button disappears with its card, and the focus would fall to the page.

/** Focuses a message of the bot, unless the person is somewhere else by now. */
export function focusReply(activity) {
  if (document.activeElement && document.activeElement !== document.body && !isGone(document.activeElement)) return;
  const card = activity.querySelector('.ac-adaptiveCard') ?? activity.querySelector('.webchat__bubble__content');
  if (!card) return;
  // The card itself and not its first input, which would open the keyboard of a phone.
  card.tabIndex = -1;
  card.focus({ preventScroll: true });
}

const isGone = element => !element.isConnected || element.matches(':disabled, [aria-disabled=true]');
