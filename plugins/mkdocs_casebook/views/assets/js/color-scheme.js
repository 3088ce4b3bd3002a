// @ts-check
// The switch between light and dark. What was never chosen follows the system.

const dark = matchMedia("(prefers-color-scheme: dark)");
// The theme's own way to keep a choice: one for the whole site.
const { __md_get: get, __md_set: set } = /** @type {any} */ (window);

dark.addEventListener("change", () => {
  if (!get("__scheme")) document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
});

for (const switcher of document.querySelectorAll(".cb-schemes")) {
  switcher.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    const next = button?.dataset.next;
    if (!next) return;
    document.body.dataset.mdColorScheme = next;
    set("__scheme", next);
    const shown = switcher.querySelector(`[data-scheme="${CSS.escape(next)}"]`);
    if (shown instanceof HTMLElement) shown.focus();
  });
}
