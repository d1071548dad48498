// How a person wants to see the page. Runs before the page is painted, so that nothing flickers.
import { read } from './device.js';

const view = document.documentElement.dataset;
view.text = read('text') ?? 'normal';
view.contrast = read('contrast') ?? (matchMedia('(prefers-contrast: more)').matches ? 'high' : 'normal');
