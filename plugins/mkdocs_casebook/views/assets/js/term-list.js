// @ts-check
// The list of terms, narrowed by the words in the search box. Without JavaScript the list is whole.

/** @param {string} text */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/’/g, "'");
}

/** @param {Element} box */
function enable(box) {
  const row = box.querySelector(".cb-terms__search");
  const input = row?.querySelector("input");
  const status = row?.querySelector("[role=status]");
  if (!(row instanceof HTMLElement) || !input || !(status instanceof HTMLElement)) return;
  const entries = [...box.querySelectorAll("li[data-text]")].map((element) => ({
    element: /** @type {HTMLElement} */ (element),
    text: folded(`${element.textContent} ${element.getAttribute("data-text")}`),
  }));

  input.addEventListener("input", () => {
    const words = folded(input.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { element, text } of entries) {
      element.hidden = !words.every((word) => text.includes(word));
      if (!element.hidden) count += 1;
    }
    const found = (status.dataset.found ?? "").replace("{n}", String(count));
    const said = count ? found : (status.dataset.nothing ?? "");
    status.textContent = words.length ? said : "";
  });
  row.hidden = false;
}

for (const box of document.querySelectorAll("[data-terms]")) enable(box);
