// Puts the page's files into dist/: named by their content, so that they are cached for ever, and compressed ahead of time.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = new URL('.', import.meta.url);
const dist = new URL('dist/', here);
const assets = {
  'webchat.js': 'node_modules/botframework-webchat/dist/webchat.js',
  'page.js': 'src/page.js',
  'page.css': 'src/page.css',
};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

let html = readFileSync(new URL('src/index.html', here), 'utf8');
for (const [name, path] of Object.entries(assets)) {
  const content = readFileSync(new URL(path, here));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const hashed = name.replace(/\.(\w+)$/, `.${hash}.$1`);
  write(hashed, content);
  html = html.replaceAll(`{{${name}}}`, `/page/${hashed}`);
}
write('index.html', Buffer.from(html));

function write(name, content) {
  writeFileSync(new URL(name, dist), content);
  writeFileSync(new URL(`${name}.gz`, dist), gzipSync(content, { level: 9 }));
  writeFileSync(new URL(`${name}.br`, dist), brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }));
}
