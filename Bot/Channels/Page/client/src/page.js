// The entry point of the conversation page.
import { open } from './chat.js';
import { menu } from './menu.js';

const place = document.getElementById('webchat');
const connecting = document.getElementById('connecting');
const lost = document.getElementById('lost');
const trouble = document.getElementById('trouble');
const sending = document.getElementById('sending');
const refused = document.getElementById('refused');

/** In milliseconds: what is delivered sooner needs no notice. */
const soon = 1_500;

/** The HTTP status of a server whose disk takes no new conversations. */
const insufficientStorage = 507;
let notice;

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
  sending(waiting) {
    clearTimeout(notice);
    if (waiting.length === 0) sending.hidden = true;
    else if (sending.hidden) notice = setTimeout(() => (sending.hidden = false), soon);
    if (waiting.length > 0) refused.hidden = true;
  },
  refused() {
    refused.hidden = false;
  },
}).then(
  painted => {
    paint = painted;
  },
  fault => {
    connecting.hidden = true;
    document.getElementById(fault.status === insufficientStorage ? 'full' : 'trouble').hidden = false;
  },
);
