// @ts-check
// Narrows, searches and groups the list of sources. The choices stand in the address of the page.

/**
 * An entry of the list.
 * @typedef {object} Entry
 * @property {HTMLElement} element
 * @property {Element} home The list that it comes from.
 * @property {HTMLElement[]} shown The element and its copies, where it stands in several groups.
 * @property {Record<string, string[]>} values Its values of each facet.
 * @property {number | null} from Its year.
 * @property {number | null} to The last of several years.
 * @property {string} abstract What it says, folded; empty until it is fetched.
 * @property {string | null} text What is searched; null until somebody searches.
 */

// The theme has taken the name "q": it opens the search of the whole site.
const SEARCH = "find";
const FACETS = ["kind", "language", "country", "theme"];

/**
 * A text without case, accents and the shapes of apostrophes.
 * @param {string} text
 */
function fold(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘ʼ]/g, "'")
    .toLowerCase();
}

/**
 * @param {HTMLElement} element
 * @returns {Entry}
 */
function read(element) {
  const { dataset } = element;
  const number = (/** @type {string | undefined} */ year) => (year ? Number(year) : null);
  return {
    element,
    home: element.parentElement ?? element,
    shown: [element],
    values: Object.fromEntries(FACETS.map((each) => [each, dataset[each]?.split(",") ?? []])),
    from: number(dataset.from),
    to: number(dataset.to ?? dataset.from),
    abstract: "",
    text: null,
  };
}

/**
 * What is searched of an entry. It is read late: hundreds at once would hold up the page.
 * @param {Entry} entry
 */
function textOf(entry) {
  if (entry.text === null) {
    const said = [...entry.element.querySelectorAll(".cb-ref, .cb-note a:first-child")];
    entry.text = fold(said.map((each) => each.textContent).join(" "));
  }
  return `${entry.text} ${entry.abstract}`;
}

/**
 * Whether an entry has what was chosen: any value of a facet, and that of every facet.
 * @param {Entry} entry
 * @param {URLSearchParams} chosen
 */
function fits(entry, chosen) {
  for (const facet of FACETS) {
    const values = chosen.getAll(facet);
    if (values.length && !values.some((each) => entry.values[facet].includes(each))) return false;
  }
  const from = chosen.get("from");
  const to = chosen.get("to");
  if (from && (entry.to === null || entry.to < Number(from))) return false;
  if (to && (entry.from === null || entry.from > Number(to))) return false;
  const words = fold(chosen.get(SEARCH) ?? "").split(/\s+/).filter(Boolean);
  const text = words.length ? textOf(entry) : "";
  return words.every((word) => text.includes(word));
}

/** @param {HTMLElement} root */
function enable(root) {
  const form = root.querySelector(".cb-narrow");
  const list = root.querySelector(".cb-sources__list");
  const count = root.querySelector("[role='status']");
  const none = root.querySelector(".cb-none");
  if (!(form instanceof HTMLElement) || !list || !(count instanceof HTMLElement) || !(none instanceof HTMLElement)) return;

  const entries = [...root.querySelectorAll(".cb-refs > li")].map((each) =>
    read(/** @type {HTMLElement} */ (each)),
  );
  const fields = [...form.querySelectorAll("input, select")].filter(
    (each) => each instanceof HTMLInputElement || each instanceof HTMLSelectElement,
  );
  const language = document.documentElement.lang;
  let groupedBy = "";

  /** The choices that differ from the list as it is. */
  const chosen = () => {
    const found = new URLSearchParams();
    for (const field of fields) {
      const counts = !(field instanceof HTMLInputElement && field.type === "checkbox") || field.checked;
      if (counts && field.value.trim()) found.append(field.name, field.value.trim());
    }
    return found;
  };

  /**
   * The name of a group, as the form has it.
   * @param {string} facet
   * @param {string} value
   */
  const nameOf = (facet, value) => {
    const box = form.querySelector(`input[name="${facet}"][value="${CSS.escape(value)}"]`);
    return box?.nextElementSibling?.textContent ?? value;
  };

  /**
   * The groups of an entry.
   * @param {Entry} entry
   * @param {string} by
   */
  const groupsOf = (entry, by) => {
    if (by === "year") return [entry.from === null ? "" : String(entry.from)];
    return entry.values[by].length ? entry.values[by] : [""];
  };

  /** @param {string} by */
  const group = (by) => {
    groupedBy = by;
    for (const each of list.querySelectorAll(".cb-regrouped")) each.remove();
    for (const each of entries) {
      each.shown = [each.element];
      each.home.append(each.element);
    }
    if (!by) return;
    /** @type {Map<string, Entry[]>} */
    const groups = new Map();
    for (const each of entries) {
      for (const value of groupsOf(each, by)) groups.set(value, [...(groups.get(value) ?? []), each]);
    }
    const empty = (by === "year" ? root.dataset.noYear : root.dataset.noTheme) ?? "";
    const named = [...groups].map(([value, members]) => ({
      value,
      name: value ? nameOf(by, value) : empty,
      members,
    }));
    named.sort((one, other) => {
      if (!one.value || !other.value) return Number(!one.value) - Number(!other.value);
      if (by === "year") return Number(other.value) - Number(one.value);
      return one.name.localeCompare(other.name, language);
    });
    const placed = new Set();
    for (const { name, members } of named) {
      const part = document.createElement("div");
      part.className = "cb-group cb-regrouped";
      const heading = document.createElement("h2");
      const number = document.createElement("span");
      number.className = "cb-facet__count";
      heading.append(`${name} `, number);
      const items = document.createElement("ol");
      items.className = "cb-list cb-refs";
      for (const member of members) {
        let element = member.element;
        if (placed.has(member)) {
          element = /** @type {HTMLElement} */ (element.cloneNode(true));
          element.removeAttribute("id");
          member.shown.push(element);
        }
        placed.add(member);
        items.append(element);
      }
      part.append(heading, items);
      list.append(part);
    }
  };

  const update = () => {
    const choice = chosen();
    const by = choice.get("group") ?? "";
    if (by !== groupedBy) group(by);
    let fitting = 0;
    for (const entry of entries) {
      const hidden = !fits(entry, choice);
      if (!hidden) fitting += 1;
      for (const each of entry.shown) if (each.hidden !== hidden) each.hidden = hidden;
    }
    for (const part of list.querySelectorAll(".cb-group")) {
      const left = part.querySelectorAll(".cb-refs > li:not([hidden])").length;
      /** @type {HTMLElement} */ (part).hidden = left === 0;
      const number = part.querySelector("h2 > .cb-facet__count");
      if (number && number.textContent !== String(left)) number.textContent = String(left);
    }
    none.hidden = fitting > 0;
    const words = fitting === entries.length ? count.dataset.all : count.dataset.some;
    const said = (words ?? "")
      .replace("{n}", String(fitting))
      .replace("{total}", String(entries.length));
    if (count.textContent !== said) count.textContent = said;
    return choice;
  };

  /** @type {Promise<void> | undefined} */
  let abstracts;
  /** Lets what sources say be searched too. Without the file, the list itself is. */
  const readAbstracts = () => {
    abstracts ??= (async () => {
      const byKey = new Map(entries.map((each) => [each.element.dataset.key ?? each.element.id, each]));
      const answer = await fetch(root.dataset.items ?? "");
      for (const { id, abstract } of await answer.json()) {
        const entry = byKey.get(id);
        if (entry && abstract) entry.abstract = fold(abstract);
      }
      if (chosen().has(SEARCH)) update();
    })().catch(() => {});
  };

  const changed = () => {
    root.classList.add("cb-sources--narrowed");
    const query = update().toString();
    const address = location.pathname + (query && `?${query}`) + location.hash;
    history.replaceState(history.state, "", address);
  };

  /**
   * Sets the fields to choices.
   * @param {URLSearchParams} given
   */
  const choose = (given) => {
    for (const field of fields) {
      if (field instanceof HTMLInputElement && field.type === "checkbox") {
        field.checked = given.getAll(field.name).includes(field.value);
      } else {
        const value = given.get(field.name) ?? "";
        field.value = field.type === "number" && !/^\d+$/.test(value) ? "" : value;
        // An address may ask for what a list does not offer.
        if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
      }
    }
  };

  const wide = matchMedia("(min-width: 60em)");
  const box = form.querySelector("details");
  const unfold = () => {
    if (box) box.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();

  const restore = () => {
    choose(new URLSearchParams(location.search));
    if (chosen().has(SEARCH)) readAbstracts();
    update();
  };
  const clear = () => {
    choose(new URLSearchParams());
    changed();
  };

  restore();
  form.inert = false;
  form.addEventListener("input", changed);
  form.querySelector(`[name="${SEARCH}"]`)?.addEventListener("focus", readAbstracts);
  form.querySelector("button")?.addEventListener("click", clear);
  none.querySelector("button")?.addEventListener("click", () => {
    clear();
    // The button is gone: the focus goes on to what it brought back.
    list.querySelector("a")?.focus();
  });
  addEventListener("popstate", restore);
  // Narrowing may have moved what the address leads to.
  if (location.hash) document.querySelector(":target")?.scrollIntoView();
}

for (const root of document.querySelectorAll(".cb-sources")) {
  if (root instanceof HTMLElement) enable(root);
}
