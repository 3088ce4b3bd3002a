// @ts-check
// The one script a page asks for: it loads the widgets that the page has.

/** @type {Record<string, string>} what a widget works on, by the module's name */
const WIDGETS = {
  "case-list": ".cb-cases",
  "cite-styles": ".cb-styles",
  "color-scheme": ".cb-schemes",
  compare: "[data-compare]",
  copy: "button[data-copy]",
  "hover-card": ".cb-hc",
  matrix: "[data-matrix]",
  rendering: ".cb-refs",
  "source-list": ".cb-sources",
  "term-list": "[data-terms]",
  "version-pairs": "[data-pairs]",
};

for (const [name, selector] of Object.entries(WIDGETS)) {
  if (document.querySelector(selector)) import(`./${name}.js`);
}
