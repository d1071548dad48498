// The part of Web Chat that the page uses, through its public exports: a file of its own, since it changes far less than the page.
export { DirectLine } from 'botframework-directlinejs';
export { createStore, renderMarkdown, renderWebChat } from 'botframework-webchat';
