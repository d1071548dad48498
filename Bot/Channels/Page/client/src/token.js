// The token of this device, which opens one conversation.
import { keep, read } from './device.js';

export const domain = `${location.origin}/directline`;

/** The last token from the server. It remains here while the page is open, also if the device does not store it. */
let latest = null;

/** Refreshes the token of the device; null if there is none that the server accepts. */
export async function renewed() {
  const token = read('token') ?? latest;
  if (!token) return null;
  const response = await post('/tokens/refresh', token);
  // Discards the token only if the server refuses it, not if the server fails.
  if (response.status === 429 || response.status >= 500) throw failed('tokens/refresh', response);
  return response.ok ? kept(await response.json()) : null;
}

/** Opens the earlier conversation of this device, or starts a new one. */
export async function openConversation() {
  const old = await renewed();
  if (!old) return begun();
  // Starts the conversation of the token if it was never opened.
  const known = await fetch(`${domain}/conversations/${old.conversationId}`, { headers: bearer(old.token) });
  return { ...old, isNew: !known.ok };
}

/** Ends the conversation on the server. After that, the old token cannot open it. */
export async function leave() {
  const old = await renewed();
  if (!old) return;
  const response = await fetch(`${domain}/conversations/${old.conversationId}`, { method: 'DELETE', headers: bearer(old.token) });
  if (!response.ok && response.status !== 404) throw failed('DELETE conversation', response);
}

const failed = (request, { status }) => Object.assign(new Error(`${request}: ${status}`), { status });

export const bearer = token => ({ authorization: `Bearer ${token}` });

async function begun() {
  const response = await post('/tokens/generate');
  if (!response.ok) throw failed('tokens/generate', response);
  return { ...kept(await response.json()), isNew: true };
}

function kept({ conversationId, token }) {
  keep('token', token);
  latest = token;
  return { conversationId, token };
}

function post(path, token) {
  return fetch(domain + path, { method: 'POST', headers: token ? bearer(token) : {} });
}
