// A conversation through Microsoft's own Direct Line client: node directline.mjs ADDRESS websocket|polling WORDS...
// Says the words one after the other, each once the one before was answered, and prints what came as one line of JSON.
import directlinejs from 'botframework-directlinejs';
import ws from 'ws';
import xhr2 from 'xhr2';

Object.assign(globalThis, { WebSocket: ws, XMLHttpRequest: xhr2 });

const [address, mode, ...words] = process.argv.slice(2);
const domain = `${address}directline`;
const { token } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
const line = new directlinejs.DirectLine({ domain, token, webSocket: mode === 'websocket' });

const came = [];
const states = [];
line.connectionStatus$.subscribe(status => states.push(directlinejs.ConnectionStatus[status]));

await new Promise((resolve, reject) => {
  line.activity$.subscribe(activity => {
    // A card that was answered comes again under its id, and takes its own place.
    if (came.some(before => before.id === activity.id)) return;
    came.push({ id: activity.id, from: activity.from.id, text: activity.text ?? activity.summary, replyToId: activity.replyToId });
    if (!isAnswer(activity)) return;
    const next = words.shift();
    if (next === undefined) resolve();
    else line.postActivity({ type: 'message', from: { id: 'whoever' }, text: next, locale: 'es-PE' }).subscribe(id => id === 'retry' && reject(new Error('A message was not taken.')), reject);
  }, reject);
  setTimeout(() => reject(new Error(`No answer: ${JSON.stringify({ came, states })}`)), 30_000).unref();
});

console.log(JSON.stringify({ came, states }));
line.end();
process.exit(0);

function isAnswer(activity) {
  return activity.from.id === 'agabot';
}
