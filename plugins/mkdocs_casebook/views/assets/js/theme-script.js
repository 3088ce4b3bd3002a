// @ts-check
// The theme's script and its search index are the largest files of a page, and reading needs
// neither. The script is loaded when the page is shown, the index when somebody means to search.
// No module: a module does not know the element that asked for it.

(() => {
  const source = document.currentScript?.dataset.src;
  if (!source) return;

  const load = () => {
    const script = document.createElement("script");
    script.src = source;
    document.body.append(script);
  };
  const whenIdle = () => ("requestIdleCallback" in window ? requestIdleCallback(load) : setTimeout(load));
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });

  const toggle = document.getElementById("__search");
  const field = document.querySelector("[data-md-component='search-query']");
  if (!(toggle instanceof HTMLInputElement) || !field) return;

  const asked = new Promise((resolve) => {
    field.addEventListener("focus", resolve, { once: true });
    toggle.addEventListener("change", resolve, { once: true });
    const query = new URLSearchParams(location.search).has("q");
    if (toggle.checked || document.activeElement === field || query) resolve(undefined);
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
