// The token by which this device is let into its own conversation, and into no other.
import { keep, read } from './device.js';

export const domain = `${location.origin}/directline`;

/** The one that the server gave last: where the device keeps none, the page has it as long as it is open. */
let latest = null;

/** The token that the device has, renewed; null where it has none that the server still takes. */
export async function renewed() {
  const token = read('token') ?? latest;
  if (!token) return null;
  const response = await post('/tokens/refresh', token);
  // A server that is not well is no reason to forget the conversation: only one that refuses the token is.
  if (response.status === 429 || response.status >= 500) throw new Error(`tokens/refresh: ${response.status}`);
  return response.ok ? kept(await response.json()) : null;
}

/** A way into the conversation that was begun before on this device, or into a new one, which it begins then. */
export async function pass() {
  const old = await renewed();
  if (!old) return begun();
  // A token whose conversation was never opened begins it now.
  const known = await fetch(`${domain}/conversations/${old.conversationId}`, { headers: bearer(old.token) });
  return { ...old, isNew: !known.ok };
}

/** Ends the conversation on the server, where nobody can come back into it, not even with the old token. */
export async function leave() {
  const old = await renewed();
  if (!old) return;
  const response = await fetch(`${domain}/conversations/${old.conversationId}`, { method: 'DELETE', headers: bearer(old.token) });
  if (!response.ok && response.status !== 404) throw new Error(`DELETE conversation: ${response.status}`);
}

export const bearer = token => ({ authorization: `Bearer ${token}` });

async function begun() {
  const response = await post('/tokens/generate');
  if (!response.ok) throw new Error(`tokens/generate: ${response.status}`);
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
