// Delivers what the person says and presses. Each activity is kept on the device, also over a reload of the page, until the server has
// taken it. It is sent again under the same id, and the server takes each id once.
import { drop, keep, read, stored } from './device.js';
import { bearer, domain, renewed } from './token.js';

const prefix = 'outbox.';

/** In milliseconds. The delay between two attempts grows, and is random so that not all pages of a workshop come back at once. */
const shortest = 1_000;
const longest = 20_000;
const answerWithin = 30_000;

/** In seconds: a person does not wait longer for a limit. */
const longestWait = 120;

/** In milliseconds: half of the life of a token. */
const fresh = 15 * 60 * 1_000;

/**
 * @param conversation The result of token.js.
 * @param changed Called with the entries that wait when one is added or has gone.
 */
export function openOutbox({ conversationId, token }, changed) {
  const waiting = restored(conversationId);
  let current = { token, at: Date.now() };
  let tries = 0;
  let timer = null;
  let isSending = false;
  addEventListener('online', deliver);
  deliver();
  return {
    /** The entries that were kept before the page was loaded. */
    restored: [...waiting],
    /** Whether the activity of this id still waits. */
    has: id => waiting.some(entry => idOf(entry) === id),
    /** Tries again at once, for example because the connection is back. */
    deliver,
    /** Replaces the sending of a connection. Files are not kept over a reload, and are sent by the connection itself. */
    takeOver(connection) {
      const send = connection.postActivity.bind(connection);
      connection.postActivity = activity => observable(observer => add(activity, observer, send));
      return connection;
    },
  };

  function add(activity, observer, send) {
    const entry = { conversationId, activity, at: Date.now(), observer };
    if (activity.attachments?.length) entry.send = send;
    else keep(prefix + idOf(entry), JSON.stringify({ conversationId, activity, at: entry.at }));
    waiting.push(entry);
    changed(waiting);
    deliver();
  }

  /** One after the other, so that the server takes them in the order in which they were said. */
  async function deliver() {
    clearTimeout(timer);
    if (isSending) return;
    isSending = true;
    while (waiting.length > 0) {
      const [entry] = waiting;
      const result = await attempt(entry);
      if (!result) {
        tries += 1;
        timer = setTimeout(deliver, Math.min(longest, shortest * 2 ** (tries - 1)) * (0.5 + Math.random()));
        break;
      }
      tries = 0;
      waiting.shift();
      drop(prefix + idOf(entry));
      if (result.id) entry.observer?.next(result.id);
      else entry.observer?.error(new Error(result.refused));
      entry.refused = result.refused;
      changed(waiting, entry);
    }
    isSending = false;
  }

  /** The id, the reason of a refusal, or null if it has to be tried again. */
  async function attempt(entry) {
    try {
      if (entry.send) return await sentByConnection(entry);
      if (Date.now() - current.at > fresh && !(await renew())) return { refused: 'left' };
      const response = await post(entry.activity);
      if (![401, 403].includes(response.status)) return await outcome(response);
      // The token has expired, or the conversation was left.
      return (await renew()) ? await outcome(await post(entry.activity)) : { refused: 'left' };
    } catch {
      // No network, or no answer in time.
      return null;
    }
  }

  /** Whether the conversation can still be written to. */
  async function renew() {
    const next = await renewed();
    if (next?.conversationId !== conversationId) return false;
    current = { token: next.token, at: Date.now() };
    return true;
  }

  function post(activity) {
    return fetch(`${domain}/conversations/${conversationId}/activities`, {
      body: JSON.stringify(activity),
      headers: { ...bearer(current.token), 'content-type': 'application/json' },
      method: 'POST',
      signal: AbortSignal.timeout(answerWithin),
    });
  }
}

async function outcome(response) {
  if (response.ok) return { id: (await response.json()).id };
  const comesLater = Number(response.headers.get('retry-after')) > longestWait;
  return (response.status === 429 && !comesLater) || response.status >= 500 ? null : { refused: String(response.status) };
}

/** The connection gives up after an error of the network, and sends the file again when it is called again. */
function sentByConnection({ activity, send }) {
  return new Promise((resolve, reject) => {
    send(activity).subscribe({
      next: id => (id === 'retry' ? reject(new Error(id)) : resolve({ id })),
      error(fault) {
        if (fault?.status >= 400 && fault.status < 500 && fault.status !== 429) resolve({ refused: String(fault.status) });
        else reject(fault);
      },
      complete() {},
    });
  });
}

function restored(conversationId) {
  const entries = stored(prefix).map(name => JSON.parse(read(name)));
  for (const entry of entries) if (entry.conversationId !== conversationId) drop(prefix + idOf(entry));
  return entries.filter(entry => entry.conversationId === conversationId).sort((one, other) => one.at - other.at);
}

const idOf = ({ activity }) => activity.channelData.clientActivityID;

/** The part of an Observable that Web Chat uses. */
const observable = begin => ({
  subscribe(observer) {
    begin(observer);
    return { unsubscribe() {} };
  },
});
