// @ts-check
// The theme's script and its search index are the largest files of a page, and reading needs
// neither. On wide windows the script is loaded when the page is shown; on narrow ones, where all that it
// works is folded away, at the first sign that somebody is there; the index, when somebody means to search.
// No module: a module does not know the element that asked for it.

(() => {
  const source = document.currentScript?.dataset.src;
  if (!source) return;

  // Below this width the theme puts its sidebars into a drawer, which needs no script.
  const narrow = matchMedia("(max-width: 59.9844em)");
  const SIGNS = ["keydown", "pointerdown", "pointermove", "scroll", "touchstart"];
  const toggle = document.getElementById("__search");
  const field = document.querySelector("[data-md-component='search-query']");
  const asks = new URLSearchParams(location.search).has("q");
  const signs = new AbortController();

  /** @param {Event} [sign] What it was loaded for. */
  const load = (sign) => {
    if (signs.signal.aborted) return;
    signs.abort();
    // The script waits for an event that has been: it is called as if the event came now.
    const listen = document.addEventListener;
    /** @param {string} type @param {any} listener @param {any} options */
    document.addEventListener = (type, listener, options) => {
      if (type === "DOMContentLoaded") setTimeout(listener, 0, new Event(type));
      else listen.call(document, type, listener, options);
    };
    // It also marks the page as scripted, which `theme-base.js` has done: marked again, every element
    // would be styled again.
    const root = document.documentElement;
    Object.defineProperty(root, "classList", { configurable: true, value: { add() {}, remove() {} } });
    const script = document.createElement("script");
    script.addEventListener("load", () => {
      document.addEventListener = listen;
      Reflect.deleteProperty(root, "classList");
      if (toggle instanceof HTMLInputElement && toggle.checked && field instanceof HTMLElement) field.focus();
      // The key that woke it is meant for it too.
      if (sign instanceof KeyboardEvent) {
        const { key } = sign;
        setTimeout(() => document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true })));
      }
    });
    script.src = source;
    document.body.append(script);
  };
  const whenIdle = () => {
    if ("requestIdleCallback" in window) requestIdleCallback(() => load());
    else setTimeout(load);
  };
  const start = () => {
    if (asks || !narrow.matches) {
      whenIdle();
      return;
    }
    const { signal } = signs;
    for (const each of SIGNS) addEventListener(each, load, { passive: true, signal });
    narrow.addEventListener("change", whenIdle, { signal });
  };
  if (document.readyState === "complete") start();
  else addEventListener("load", start, { once: true });

  if (!(toggle instanceof HTMLInputElement) || !field) return;

  const asked = new Promise((resolve) => {
    field.addEventListener("focus", resolve, { once: true });
    toggle.addEventListener("change", resolve, { once: true });
    if (toggle.checked || document.activeElement === field || asks) resolve(undefined);
  });

  const request = XMLHttpRequest.prototype;
  const { open, send } = request;

  /** @this {XMLHttpRequest} @param {any[]} options */
  request.open = function (...options) {
    if (String(options[1]).endsWith("/search/search_index.json")) {
      this.send = (body) => void asked.then(() => send.call(this, body));
    }
    // @ts-ignore: the options are those of the caller
    return open.apply(this, options);
  };
})();
