// The entry point of the conversation page.
import { open } from './chat.js';
import { menu } from './menu.js';

const place = document.getElementById('webchat');
const connecting = document.getElementById('connecting');
const lost = document.getElementById('lost');
const trouble = document.getElementById('trouble');

let paint = () => {};
menu(contrast => paint(contrast));
document.getElementById('skip').addEventListener('click', event => {
  event.preventDefault();
  (place.querySelector('[data-id=webchat-sendbox-input]') ?? place).focus();
});

// Web Chat loses input before it is connected, so nothing can be pressed until then.
place.inert = true;
connecting.hidden = false;

open(place, {
  connected() {
    place.inert = false;
    connecting.hidden = true;
  },
  lost() {
    lost.hidden = false;
  },
  back() {
    lost.hidden = true;
  },
}).then(
  painted => {
    paint = painted;
  },
  () => {
    connecting.hidden = true;
    trouble.hidden = false;
  },
);
