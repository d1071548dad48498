// The parts of Web Chat that the page uses, by their public exports. A separate file, because it changes far less often than the page.
export { DirectLine } from 'botframework-directlinejs';
export { createStore, renderMarkdown, renderWebChat } from 'botframework-webchat';
