// The buttons of the page: appearance, and leaving the conversation.
import { forget, keep } from './device.js';
import { leave } from './token.js';

const view = document.documentElement.dataset;

/** @param changed Called with the new contrast when the person changes it. */
export function menu(changed) {
  toggle('larger-text', 'text', 'larger', () => {});
  toggle('high-contrast', 'contrast', 'high', changed);
  closing(document.querySelector('.menu'));
  leaving();
}

function toggle(id, setting, on, changed) {
  const button = document.getElementById(id);
  if (!button) return;
  const show = () => button.setAttribute('aria-pressed', String(view[setting] === on));
  button.addEventListener('click', () => {
    view[setting] = view[setting] === on ? 'normal' : on;
    keep(setting, view[setting]);
    show();
    changed(view[setting]);
  });
  show();
}

function closing(details) {
  if (!details) return;
  details.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary').focus();
  });
  document.addEventListener('click', event => {
    if (!details.contains(event.target)) details.open = false;
  });
}

function leaving() {
  const dialog = document.getElementById('leaving');
  if (!dialog) return;
  const failed = dialog.querySelector('[role=alert]');
  document.getElementById('leave').addEventListener('click', () => {
    failed.hidden = true;
    dialog.showModal();
  });
  document.getElementById('leave-no').addEventListener('click', () => dialog.close());
  document.getElementById('leave-yes').addEventListener('click', async () => {
    try {
      await leave();
      forget();
      location.replace(location.pathname);
    } catch {
      failed.hidden = false;
    }
  });
}
