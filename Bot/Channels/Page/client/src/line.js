// Whether the line to the bot is there. DirectLineJS opens the next one by itself, and calls itself online meanwhile.

/** A WebSocket that tells when it is lost, and when the next one is there. */
export const telling = (lost, back) =>
  class extends WebSocket {
    constructor(url) {
      super(url);
      this.addEventListener('open', back);
      this.addEventListener('close', lost);
    }
  };
