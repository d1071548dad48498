// Shows the person's own fichas in the layout of the paper form, by the token of the device.
import { save } from './download.js';
import { menu } from './menu.js';
import { bearer, renewed } from './token.js';

const list = document.getElementById('fichas');
const show = id => {
  for (const state of document.querySelectorAll('[data-state]')) state.hidden = state.id !== id;
};

menu(() => {});
document.getElementById('print').addEventListener('click', () => window.print());
load().then(fichas => {
  list.replaceChildren(...fichas.map(sheet));
  document.getElementById('print').hidden = fichas.length === 0;
  show(fichas.length === 0 ? 'none' : 'fichas');
}, () => show('trouble'));

async function load() {
  const mine = await renewed();
  if (!mine) return [];
  const response = await fetch(`/mis-fichas/datos?idioma=${document.documentElement.lang.slice(0, 2)}`, { headers: bearer(mine.token) });
  if (response.status === 404) return []; // The conversation was never opened.
  if (!response.ok) throw new Error(`mis-fichas: ${response.status}`);
  return response.json();
}

function sheet({ title, receipt, sent, lines }) {
  const paper = copy('ficha');
  say(paper, 'title', title);
  say(paper, 'receipt', receipt);
  say(paper, 'sent', sent);
  paper.querySelector('[data-part=lines]').append(...lines.map(line));
  paper.querySelector('[data-part=word]').addEventListener('click', () => word(receipt, paper.querySelector('[data-part=trouble]')));
  return paper;
}

async function word(receipt, trouble) {
  trouble.hidden = true;
  try {
    const mine = await renewed();
    const response = await fetch(`/mis-fichas/word/${receipt}`, { headers: bearer(mine.token) });
    if (!response.ok) throw new Error(`mis-fichas/word: ${response.status}`);
    save(await response.blob(), `ficha-${receipt}.docx`);
  } catch {
    trouble.hidden = false;
  }
}

function line({ number, label, answer, table }) {
  const row = copy('line');
  say(row, 'number', number);
  say(row, 'label', label);
  const place = row.querySelector('[data-part=answer]');
  if (table) place.replaceChildren(actions(table));
  else place.textContent = answer;
  return row;
}

function actions({ headings, rows }) {
  const table = copy('actions');
  table.tHead.rows[0].append(...headings.map(text => cell('th', text)));
  for (const texts of rows) table.tBodies[0].insertRow().append(...texts.map(text => cell('td', text)));
  return table;
}

function cell(kind, text) {
  const element = document.createElement(kind);
  if (kind === 'th') element.scope = 'col';
  element.textContent = text;
  return element;
}

const copy = id => document.getElementById(`${id}-template`).content.firstElementChild.cloneNode(true);

function say(root, part, text) {
  root.querySelector(`[data-part=${part}]`).textContent = text;
}
