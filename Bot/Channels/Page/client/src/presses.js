// A press applies to the element where it began. Messages that arrive while the pointer is down scroll and change the cards. At the release
// the browser finds another element and loses the press, or, on a touch screen, presses that element.

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
  // Runs after the click event.
  for (const end of ['pointerup', 'pointercancel']) listen(end, ({ isPrimary }) => isPrimary && setTimeout(letGo));
  listen('click', keep);
}

/** Runs at once, or when the pointer is released: the browser sends no click if the button is rendered again while pressed. */
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
  // The click of a key or of a script.
  if (event.detail === 0) return;
  const press = begun;
  begun = null;
  if (!press?.element.isConnected || event.target.closest(pressable) === press.element || !isWithin(press.box, event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  press.element.click();
}

/** A release outside the element cancels the press. */
function isWithin({ left, top, right, bottom }, { clientX, clientY }) {
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
