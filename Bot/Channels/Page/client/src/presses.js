// A press counts for what was there when it began. What comes while the button is down scrolls and changes the cards: the browser finds
// something else where it is let go, and the press is lost, or on a touch screen goes to that.

const pressable = 'a, button, input, label';

let begun = null;
let isDown = false;
let later;

export function keepPresses(place) {
  const listen = (type, then) => document.addEventListener(type, then, { capture: true });
  listen('pointerdown', ({ button, isPrimary, target }) => {
    if (!isPrimary) return;
    const element = button === 0 && place.contains(target) ? target.closest(pressable) : null;
    begun = element && { element, box: element.getBoundingClientRect() };
    isDown = Boolean(element);
  });
  // The click comes first.
  for (const end of ['pointerup', 'pointercancel']) listen(end, ({ isPrimary }) => isPrimary && setTimeout(letGo));
  listen('click', keep);
}

/** At once, or when nothing is held down any more: of a button that is drawn anew under the pointer the browser makes no click at all. */
export function afterPress(then) {
  if (isDown) later = then;
  else then();
}

function letGo() {
  const then = later;
  isDown = false;
  later = undefined;
  then?.();
}

function keep(event) {
  // Of a key, or of a script.
  if (event.detail === 0) return;
  const press = begun;
  begun = null;
  if (!press?.element.isConnected || event.target.closest(pressable) === press.element || !isWithin(press.box, event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  press.element.click();
}

/** Who lets go beside it has thought better of it. */
function isWithin({ left, top, right, bottom }, { clientX, clientY }) {
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
