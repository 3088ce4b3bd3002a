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
  // Where nothing can be kept, even to name the storage is an error.
  page.__md_get = (/** @type {string} */ key, /** @type {Storage | undefined} */ storage, of = scope) => {
    try {
      return JSON.parse((storage ?? localStorage).getItem(`${of.pathname}.${key}`) ?? "null");
    } catch {
      return null;
    }
  };
  page.__md_set = (/** @type {string} */ key, /** @type {unknown} */ value, /** @type {Storage | undefined} */ storage, of = scope) => {
    try {
      (storage ?? localStorage).setItem(`${of.pathname}.${key}`, JSON.stringify(value));
    } catch {
      // What cannot be kept is forgotten.
    }
  };

  const preferred = matchMedia("(prefers-color-scheme: dark)").matches ? "slate" : "default";
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    document.body.dataset.mdColorScheme = page.__md_get("__scheme") ?? preferred;
  }).observe(document.documentElement, { childList: true });

  addEventListener("DOMContentLoaded", () => {
    const target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLInputElement && target.name.startsWith("__tabbed_")) target.checked = true;
  });
})();
