// The line to the bot. DirectLineJS opens the next one by itself, and calls itself online meanwhile; once its token has expired, or after a
// quarter of an hour, it gives up. So the page looks for a way as well, until one of the two has found it.
import { domain, renewed } from './pass.js';

/** How often to look for it, in milliseconds: less often from time to time, and not all pages of a workshop at once. */
const shortest = 4_000;
const longest = 20_000;
const apart = 4_000;

/**
 * A line by `way`, which `pass` gave. Calls `lost` when it breaks, `back` when it is there again, the first time too, and `changed` with the line that
 * takes its place where it does not come back.
 */
export function line(DirectLine, way, { lost, back, changed }) {
  let timer = null;
  let tries = 0;
  let watermark;
  let current = made(way);
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
          // Of one whose place was taken, the end means nothing.
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
    // The server is not there yet, or the line is back.
    if (found === undefined || timer === null) return;
    // In another tab the conversation was left, and perhaps another one begun.
    if (found?.conversationId !== way.conversationId) return location.reload();
    current = made(found);
    changed(current);
  }
}

/** A WebSocket that says what becomes of it, and what it brings. */
const telling = ({ open, close, message }) =>
  class extends WebSocket {
    constructor(url) {
      super(url);
      this.addEventListener('open', open);
      this.addEventListener('close', close);
      // DirectLineJS keeps the watermark to itself; an empty frame says that the line is still there.
      this.addEventListener('message', ({ data }) => data && message(JSON.parse(data)));
    }
  };
