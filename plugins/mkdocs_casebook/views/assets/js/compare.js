// @ts-check
// Puts two to four cases side by side, as the address asks for them. The columns are those of the pages
// of pairs: one file a case, made when the site is built. Without JavaScript the pairs are there.

/**
 * A case in the table. `key` is what a cell is compared by: empty where there is nothing to compare, and
 * null where the row cannot be compared by machine.
 * @typedef {object} Column
 * @property {string} id
 * @property {string} name
 * @property {string} head
 * @property {Record<string, {html: string, key: string | null}>} cells
 */

/**
 * Moves HTML of this site into an element. What is parsed this way runs no script.
 * @param {Element} element
 * @param {string} html
 */
function fill(element, html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  element.append(...parsed.body.childNodes);
}

/**
 * Whether the cells of a row differ or cannot be compared: as `mark_of` says for the pages of pairs.
 * @param {(string | null)[]} keys
 * @returns {"differs" | "cannot" | ""}
 */
function markOf(keys) {
  if (keys.includes(null)) return "";
  if (new Set(keys.filter(Boolean)).size > 1) return "differs";
  return keys.includes("") ? "cannot" : "";
}

/** @param {HTMLElement} root */
function enable(root) {
  const { dataset } = root;
  const form = root.querySelector("form");
  const status = root.querySelector("[role='status']");
  const result = root.querySelector("[data-result]");
  const template = root.querySelector("template");
  const bare = root.querySelector("[data-bare]");
  if (!form || !status || !(result instanceof HTMLElement) || !template || !(bare instanceof HTMLElement)) return;
  const selects = [...form.querySelectorAll("select")];
  const known = new Set([...selects[0].options].map((each) => each.value));
  const most = Number(dataset.most);

  /** @param {string[]} names */
  const joined = (names) =>
    (dataset.and ?? "")
      .replace("{first}", () => names.slice(0, -1).join(", "))
      .replace("{last}", () => names[names.length - 1]);

  /** @param {Column[]} columns */
  const show = (columns) => {
    const table = /** @type {DocumentFragment} */ (template.content.cloneNode(true)).querySelector("table");
    const head = table?.tHead?.rows[0];
    if (!table || !head) return;
    const names = joined(columns.map((each) => each.name));
    if (table.caption) table.caption.textContent = (dataset.caption ?? "").replace("{names}", () => names);
    table.classList.toggle("cb-compare--many", columns.length > 2);
    for (const { head: html } of columns) {
      const cell = document.createElement("th");
      cell.scope = "col";
      fill(cell, html);
      head.append(cell);
    }
    for (const group of table.querySelectorAll("th[colspan]")) {
      /** @type {HTMLTableCellElement} */ (group).colSpan = columns.length + 1;
    }
    for (const row of table.querySelectorAll("tr[data-row]")) {
      const cells = columns.map((each) => each.cells[row.getAttribute("data-row") ?? ""]);
      const mark = markOf(cells.map((each) => each.key));
      row.classList.toggle("cb-differs", mark === "differs");
      if (mark) {
        const tag = document.createElement("span");
        tag.className = "cb-differs__tag";
        tag.textContent = dataset[mark] ?? "";
        row.querySelector("th")?.append(" ", tag);
      }
      columns.forEach(({ name }, number) => {
        const cell = document.createElement("td");
        cell.dataset.case = name;
        fill(cell, cells[number].html);
        row.append(cell);
      });
    }
    for (const caution of result.querySelectorAll("[data-caution]")) {
      const two = caution.getAttribute("data-caution") === "2";
      /** @type {HTMLElement} */ (caution).hidden = two !== (columns.length === 2);
    }
    result.firstElementChild?.after(table);
    result.hidden = false;
    document.title = `${names} – ${document.title}`;
    status.append((dataset.shown ?? "").replace("{names}", () => names));
  };

  const asked = () => {
    const given = new URLSearchParams(location.search).getAll("cases").flatMap((each) => each.split(","));
    return [...new Set(given.map((each) => each.trim()).filter(Boolean))];
  };

  const start = async () => {
    const ids = asked();
    const found = ids.filter((each) => known.has(each));
    const said = ids
      .filter((each) => !known.has(each))
      .map((each) => (dataset.unknown ?? "").replace("{id}", () => `“${each.slice(0, 60)}”`));
    const wanted = found.slice(0, most);
    selects.forEach((select, number) => (select.value = wanted[number] ?? ""));
    if (ids.length && found.length < 2) said.push(dataset.few ?? "");
    if (found.length > most) said.push(dataset.many ?? "");
    status.textContent = said.map((each) => `${each} `).join("");
    if (found.length < 2) return;
    try {
      const columns = await Promise.all(
        wanted.map(async (id) => {
          const answer = await fetch(`${dataset.files}${encodeURIComponent(id)}.json`);
          if (!answer.ok) throw new Error(answer.statusText);
          return /** @type {Promise<Column>} */ (answer.json());
        }),
      );
      show(columns);
    } catch {
      status.textContent = dataset.failed ?? "";
    }
  };

  for (const select of selects.slice(1)) select.replaceChildren(...selects[0].cloneNode(true).childNodes);
  // An empty choice would stand in the address for nothing.
  form.addEventListener("formdata", ({ formData }) => {
    const chosen = formData.getAll("cases").filter(Boolean);
    formData.delete("cases");
    for (const id of chosen) formData.append("cases", id);
  });
  bare.hidden = true;
  form.hidden = false;
  start();
}

for (const root of document.querySelectorAll("[data-compare]")) {
  if (root instanceof HTMLElement) enable(root);
}
