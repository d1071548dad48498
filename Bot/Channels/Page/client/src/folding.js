// Folds long messages of the person, such as a pasted ficha, behind a button.

/** In pixels: about a third of a window. */
const tall = 300;

/** The content of a bubble: a plain text has an element for each line. */
const said = '.webchat__bubble--from-user .webchat__bubble__content:not([data-folded])';

export function foldLong(place, { show, hide }) {
  const fold = () => place.querySelectorAll(said).forEach(text => {
    if (text.scrollHeight <= tall * 1.5) return;
    text.dataset.folded = 'true';
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'fold';
    const say = () => {
      const isFolded = text.dataset.folded === 'true';
      button.textContent = isFolded ? show : hide;
      button.setAttribute('aria-expanded', String(!isFolded));
    };
    button.addEventListener('click', () => {
      text.dataset.folded = String(text.dataset.folded !== 'true');
      say();
    });
    say();
    text.after(button);
  });
  new MutationObserver(fold).observe(place, { childList: true, subtree: true });
}
