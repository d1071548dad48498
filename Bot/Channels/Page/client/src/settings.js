// Applies the display settings of the person. Runs before the first paint, so that nothing flickers.
import { read } from './device.js';

const view = document.documentElement.dataset;
view.text = read('text') ?? 'normal';
view.contrast = read('contrast') ?? (matchMedia('(prefers-contrast: more)').matches ? 'high' : 'normal');
