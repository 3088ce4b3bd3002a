// @ts-check
// Sorts the matrix by name, country, date, or by the verdicts on one criterion in their fixed order. No
// verdict counts for more than another: there is no order by how many criteria are met.

/** @param {HTMLElement} root */
function enable(root) {
  const status = root.querySelector("[role='status']");
  const body = root.querySelector("tbody");
  if (!status || !body) return;
  const rows = [...body.rows];
  const { compare } = new Intl.Collator(document.documentElement.lang);
  // As the page comes.
  let sorted = "country";
  let backwards = false;

  /**
   * @param {string} by
   * @returns {(one: HTMLTableRowElement, other: HTMLTableRowElement) => number}
   */
  const order = (by) => {
    if (by === "name" || by === "country") {
      return (one, other) => compare(one.dataset[by] ?? "", other.dataset[by] ?? "");
    }
    const value = (/** @type {HTMLTableRowElement} */ row) =>
      Number(by === "start" ? row.dataset.start : row.cells[Number(by)].dataset.verdict);
    return (one, other) => value(one) - value(other);
  };

  /** @param {HTMLButtonElement} button */
  const sort = (button) => {
    const by = button.dataset.by ?? "";
    const criterion = button.dataset.name;
    // The order of verdicts is fixed; names, countries and dates run both ways.
    backwards = by === sorted && !criterion && !backwards;
    sorted = by;
    const compared = order(by);
    // Rows that are alike keep the order in which they came.
    body.append(...[...rows].sort((one, other) => (backwards ? -1 : 1) * compared(one, other)));
    for (const head of root.querySelectorAll("th[aria-sort]")) head.removeAttribute("aria-sort");
    for (const each of root.querySelectorAll("[aria-pressed]")) each.setAttribute("aria-pressed", "false");
    if (button.hasAttribute("aria-pressed")) button.setAttribute("aria-pressed", "true");
    const direction = criterion ? "other" : backwards ? "descending" : "ascending";
    button.closest("th")?.setAttribute("aria-sort", direction);
    const said = (backwards ? root.dataset.backwards : root.dataset.sorted) ?? "";
    status.textContent = said.replace("{by}", () => criterion ?? button.lastChild?.textContent ?? "");
  };

  for (const each of root.querySelectorAll(".cb-matrix__sorts")) {
    /** @type {HTMLElement} */ (each).hidden = false;
  }
  for (const button of root.querySelectorAll("button[data-by]")) {
    if (button instanceof HTMLButtonElement) button.addEventListener("click", () => sort(button));
  }
  const first = root.querySelector(`button[data-by="${sorted}"]`);
  first?.setAttribute("aria-pressed", "true");
  first?.closest("th")?.setAttribute("aria-sort", "ascending");
}

for (const root of document.querySelectorAll("[data-matrix]")) {
  if (root instanceof HTMLElement) enable(root);
}
