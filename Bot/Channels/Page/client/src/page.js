// The page's conversation: its token stays on this device, so that a person finds their conversation again.
(() => {
  'use strict';

  const domain = `${location.origin}/directline`;
  const kept = 'agabot.token';
  const place = document.getElementById('webchat');
  const trouble = document.getElementById('trouble');

  const styleOptions = {
    accent: '#0B5394',
    bubbleMaxWidth: 720,
    hideUploadButton: true,
    markdownRenderHTML: false,
    sendBoxButtonColorOnDisabled: '#595959',
    sendBoxHeight: 48,
    subtle: '#595959',
    suggestedActionHeight: 48,
    suggestedActionLayout: 'stacked',
    suggestedActionsStackedHeight: '30vh',
    suggestedActionsStackedLayoutButtonMaxHeight: 96,
    suggestedActionsStackedLayoutButtonTextWrap: true,
    transcriptOverlayButtonBackground: '#333',
  };

  start().catch(() => {
    trouble.textContent = 'No se pudo abrir la conversación. Revise su conexión y vuelva a cargar la página.';
    trouble.hidden = false;
  });

  async function start() {
    const { token, conversationId } = await refreshed() ?? await generated();
    keep(token);
    const store = window.WebChat.createStore();
    place.replaceChildren();
    window.WebChat.renderWebChat({
      attachmentMiddleware: answeredCards(store),
      // A token of a conversation that was begun before leads back into it, and its history is shown again.
      directLine: window.WebChat.createDirectLine({ domain, token, conversationId, webSocket: true }),
      locale: 'es-PE',
      role: 'main',
      store,
      styleOptions,
    }, place);
    keepAria(place);
  }

  async function refreshed() {
    const token = read();
    if (!token) return null;
    const response = await post('/tokens/refresh', token);
    // A server that is not well is no reason to forget the conversation: only one that refuses the token is.
    if (response.status >= 500) throw new Error(`tokens/refresh: ${response.status}`);
    if (!response.ok) return null;
    const pass = await response.json();
    // A token whose conversation was never opened begins it now.
    const known = await fetch(`${domain}/conversations/${pass.conversationId}`, { headers: { authorization: `Bearer ${pass.token}` } });
    return known.ok ? pass : { token: pass.token };
  }

  async function generated() {
    const response = await post('/tokens/generate');
    if (!response.ok) throw new Error(`tokens/generate: ${response.status}`);
    return { token: (await response.json()).token };
  }

  function post(path, token) {
    return fetch(domain + path, { method: 'POST', headers: token ? { authorization: `Bearer ${token}` } : {} });
  }

  // A card that was answered is read-only: whatever the person did after it makes its buttons dead.
  function answeredCards(store) {
    return () => next => (...args) => {
      const card = args[0];
      const element = next(...args);
      const { activity, attachment } = card;
      if (!element || attachment?.contentType !== 'application/vnd.microsoft.card.adaptive') return element;
      const { activities } = store.getState();
      const place = activities.findIndex(other => other.id === activity.id);
      const isAnswered = place >= 0 && activities.slice(place + 1).some(other => other.from?.role === 'user');
      return isAnswered && typeof element === 'object' ? { ...element, props: { ...element.props, disabled: true } } : element;
    };
  }

  // Adaptive Cards' renderer puts aria-expanded on what a toggle shows, where it has no meaning.
  function keepAria(root) {
    const clean = () => root.querySelectorAll('.ac-adaptiveCard :not(button)[aria-expanded]').forEach(e => e.removeAttribute('aria-expanded'));
    new MutationObserver(clean).observe(root, { attributeFilter: ['aria-expanded'], childList: true, subtree: true });
  }

  function read() {
    try {
      return localStorage.getItem(kept);
    } catch {
      return null; // Storage is switched off: each visit is a new conversation.
    }
  }

  function keep(token) {
    try {
      localStorage.setItem(kept, token);
    } catch {
      // Storage is switched off: each visit is a new conversation.
    }
  }
})();
