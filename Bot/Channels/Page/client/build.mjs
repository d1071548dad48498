// Builds the files of the page into dist/: bundled, compressed, and with a hash of the content in the name, for permanent caching.
// The pages are templates: at its start, the server fills in the texts of each language.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const here = new URL('.', import.meta.url);
const dist = new URL('dist/', here);
const templates = ['index.html', 'fichas.html', 'datos.html', 'perdida.html', 'incrustar.js'];
const assets = ['page.css', 'icon.svg'];

// Parts of Web Chat that the page does not use: speech, the App Service extension, carousels, CSS in Markdown.
const leftOut = /^(microsoft-cognitiveservices-speech-sdk|botframework-directlinespeech-sdk|web-speech-cognitive-services|botframework-streaming|swiper|postcss)(\/|$)/;

const common = {
  absWorkingDir: fileURLToPath(here),
  // The entry points of two packages are made by install scripts, which npm may not run here; the third exists only in Node.
  alias: { 'markdown-it-attrs-es5': 'markdown-it-attrs', 'p-defer-es5': 'p-defer', punycode: 'punycode/punycode.js' },
  bundle: true,
  define: { 'process.env.NODE_ENV': '"production"' },
  entryNames: '[name].[hash]',
  legalComments: 'linked',
  minify: true,
  outdir: 'dist',
  target: 'es2020',
  write: false,
};

const addresses = {};

rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

await bundle({
  entryPoints: ['src/webchat.js'],
  format: 'esm',
  plugins: [{
    name: 'left-out',
    setup({ onLoad, onResolve }) {
      onResolve({ filter: leftOut }, ({ path }) => ({ path, namespace: 'left-out' }));
      onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = new Proxy({}, { get: () => class {} });' }));
    },
  }, {
    // Web Chat scrolls in motion whatever the person has chosen.
    name: 'reduced-motion',
    setup({ onLoad }) {
      onLoad({ filter: /react-scroll-to-bottom[\\/]lib[\\/](esm[\\/])?SpineTo\.js$/ }, ({ path }) => {
        const code = readFileSync(path, 'utf8');
        const contents = code.replace(
          'var nextValue = step(',
          "var nextValue = window.matchMedia('(prefers-reduced-motion: reduce)').matches ? toNumber : step(",
        );
        if (contents === code) throw new Error(`${path} scrolls in another way than it did.`);
        return { contents };
      });
    },
  }],
});
await bundle({
  entryPoints: ['src/page.js', 'src/fichas.js', 'src/datos.js'],
  format: 'esm',
  plugins: [{
    name: 'web-chat-apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\.\/webchat\.js$/ }, () => ({ path: addresses['webchat.js'], external: true }));
    },
  }],
});
// Not a module, so that it runs before the first paint.
await bundle({ entryPoints: ['src/settings.js'], format: 'iife' });for (const name of assets) {
  const content = readFileSync(new URL(`src/${name}`, here));
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 16);
  const hashed = name.replace(/\.(\w+)$/, `.${hash}.$1`);
  write(hashed, content);
  addresses[name] = `/page/${hashed}`;
}
for (const name of templates) {
  const text = readFileSync(new URL(`src/${name}`, here), 'utf8').replace(/\{\{file:([^}]+)\}\}/g, (_, file) => {
    if (!addresses[file]) throw new Error(`${name} asks for ${file}; there are ${Object.keys(addresses).join(', ')}.`);
    return addresses[file];
  });
  writeFileSync(new URL(`${name}.template`, dist), text);
}

async function bundle(options) {
  const { outputFiles } = await build({ ...common, ...options });
  for (const { path, contents } of outputFiles) {
    const name = basename(path);
    write(name, contents);
    addresses[name.replace(/\.\w{8}(?=\.js$)/, '')] = `/page/${name}`;
  }
}

function write(name, content) {
  writeFileSync(new URL(name, dist), content);
  writeFileSync(new URL(`${name}.gz`, dist), gzipSync(content, { level: 9 }));
  writeFileSync(new URL(`${name}.br`, dist), brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  }));
}
