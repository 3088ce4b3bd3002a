// @ts-check
// Before anything is shown: what the theme's script expects of a page, and the colour scheme, which
// is the one chosen here before, or else the system's. No module: modules come too late.

(() => {
  // Now there is nothing else yet: later, each element would be styled once more.
  document.documentElement.classList.replace("no-js", "js");

  const page = /** @type {any} */ (window);
  const scope = new URL(document.currentScript?.dataset.scope ?? "/", location.href);
  page.__md_scope = scope;
  page.__md_hash = (/** @type {string} */ text) =>
    [...text].reduce((hash, each) => (hash << 5) - hash + each.charCodeAt(0), 0);
  page.__md_get = (/** @type {string} */ key, storage = localStorage, of = scope) =>
    JSON.parse(storage.getItem(`${of.pathname}.${key}`) ?? "null");
  page.__md_set = (/** @type {string} */ key, /** @type {unknown} */ value, storage = localStorage, of = scope) => {
    try {
      storage.setItem(`${of.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // What cannot be kept is forgotten.
    }
  };

  const scheme = () => {
    try {
      const kept = page.__md_get("__scheme");
      if (kept) return kept;
    } catch {
      // Nothing can be kept here.
    }
    return matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  };
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    document.body.dataset.mdColorScheme = scheme();
  }).observe(document.documentElement, { childList: true });

  addEventListener("DOMContentLoaded", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")) target.checked = true;
  });
})();
