// Embeds the page in another site: <div id="agabot"></div><script src="https://HOST/incrustar.js" async></script>
(() => {
  'use strict';
  const script = document.currentScript;
  const place = document.getElementById(script.dataset.lugar || 'agabot') || script.parentElement.appendChild(document.createElement('div'));
  const language = script.dataset.idioma === 'en' ? 'en' : 'es';
  const frame = document.createElement('iframe');
  frame.src = new URL(`/?idioma=${language}`, script.src).href;
  frame.title = { es: {{js:es:frame.title}}, en: {{js:en:frame.title}} }[language];
  Object.assign(frame.style, { border: '0', display: 'block', height: script.dataset.alto || '640px', maxHeight: '100vh', width: '100%' });
  place.append(frame);
})();
