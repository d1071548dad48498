// Downloads the stored data of the person to whom the device's token belongs.
import { save } from './download.js';
import { bearer, renewed } from './token.js';

const show = id => {
  for (const state of document.querySelectorAll('[data-state]')) state.hidden = state.id !== id;
};

document.getElementById('download').addEventListener('click', async () => {
  show('');
  try {
    const file = await load();
    if (file) save(file, 'mis-datos.html');
    else show('none');
  } catch {
    show('trouble');
  }
});

async function load() {
  const mine = await renewed();
  if (!mine) return null;
  const response = await fetch(`/mis-datos/archivo?idioma=${document.documentElement.lang.slice(0, 2)}`, { headers: bearer(mine.token) });
  if (response.status === 404) return null; // The conversation was never opened, or nothing was said in it.
  if (!response.ok) throw new Error(`mis-datos: ${response.status}`);
  return response.blob();
}
