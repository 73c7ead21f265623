// Keeps a page up to date: the server sends each part that changes, and it takes the place of the old one.
'use strict';

(() => {
  const { page, version } = document.body.dataset;
  const lamp = document.getElementById('live');
  if (!page) {
    return;
  }

  const say = (state, words) => {
    lamp.className = state;
    lamp.textContent = words;
  };

  // What a reader has opened or reached with the keyboard stays so.
  const replace = (old, fresh) => {
    const open = [...old.querySelectorAll('details')].map(each => each.open);
    const focus = old.contains(document.activeElement) && document.activeElement.getAttribute('href');
    old.replaceWith(fresh);
    fresh.querySelectorAll('details').forEach((each, i) => { each.open = open[i] === true; });
    if (focus) {
      [...fresh.querySelectorAll('a')].find(link => link.getAttribute('href') === focus)?.focus({ preventScroll: true });
    }
  };

  const change = ({ id, into, after, html }) => {
    const old = document.getElementById(id);
    if (html === null) {
      old?.remove();
      return;
    }
    const template = document.createElement('template');
    template.innerHTML = html;
    const fresh = template.content.firstElementChild;
    if (old) {
      replace(old, fresh);
    } else {
      fresh.classList.add('fresh');
      const before = after && document.getElementById(after);
      if (before) {
        before.after(fresh);
      } else {
        document.getElementById(into)?.prepend(fresh);
      }
    }
  };

  const news = new EventSource('/live?page=' + encodeURIComponent(page) + '&since=' + encodeURIComponent(version));
  news.onopen = () => say('on', 'live');
  news.onerror = () => say('off', 'not connected, trying again');
  news.onmessage = message => {
    const told = JSON.parse(message.data);
    if (told.reload) {
      news.close();
      location.reload();
      return;
    }
    told.changes.forEach(change);
  };
  // A browser allows few connections to one host, so a page that is left lets go of its own.
  addEventListener('pagehide', () => news.close());
  addEventListener('pageshow', event => { if (event.persisted) { location.reload(); } });
})();
