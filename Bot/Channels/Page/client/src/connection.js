// The connection to the bot. DirectLineJS reconnects by itself and reports itself as online meanwhile; it gives up when its token has
// expired, or after a quarter of an hour. The page therefore also tries to reconnect, until one of the two succeeds.
import { domain, renewed } from './token.js';

/** Delay between attempts, in milliseconds. It grows, and is random so that not all pages of a workshop reconnect at once. */
const shortest = 4_000;
const longest = 20_000;
const apart = 4_000;

/**
 * Opens a connection to `conversation`, the result of token.js. Calls `lost` when the connection breaks, `back` when it is established,
 * also for the first time, and `changed` with the new connection if this one cannot be restored.
 */
export function connect(DirectLine, conversation, { lost, back, changed }) {
  let timer = null;
  let tries = 0;
  let watermark;
  let current = made(conversation);
  return current;

  function made({ conversationId, isNew, token }) {
    const next = new DirectLine({
      WebSocket: telling({
        open() {
          clearTimeout(timer);
          timer = null;
          tries = 0;
          back();
        },
        close() {
          // Ignores the end of a connection that was replaced.
          if (current !== next) return;
          lost();
          timer ??= later();
        },
        message: frame => {
          watermark = frame.watermark ?? watermark;
        },
      }),
      conversationId: isNew ? undefined : conversationId,
      conversationStartProperties: { locale: document.documentElement.lang },
      domain,
      token,
      watermark,
      webSocket: true,
    });
    return next;
  }

  function later() {
    tries += 1;
    return setTimeout(look, Math.min(longest, tries * shortest) + Math.random() * apart);
  }

  async function look() {
    timer = later();
    const found = await renewed().catch(() => undefined);
    // The server is not available yet, or the connection is back.
    if (found === undefined || timer === null) return;
    // The conversation was left in another tab, and perhaps a new one started.
    if (found?.conversationId !== conversation.conversationId) return location.reload();
    current = made(found);
    changed(current);
  }
}

/** A WebSocket that reports its events and its messages. */
const telling = ({ open, close, message }) =>
  class extends WebSocket {
    constructor(url) {
      super(url);
      this.addEventListener('open', open);
      this.addEventListener('close', close);
      // DirectLineJS does not expose the watermark. An empty frame keeps the connection open.
      this.addEventListener('message', ({ data }) => data && message(JSON.parse(data)));
    }
  };
