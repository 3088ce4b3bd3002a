// @ts-check
// Narrows the list of cases, and keeps the cases that are ticked to be compared. The choices stand
// in the address of the page. A list of several pages is fetched whole once a reader narrows it.

/**
 * The file of the whole list: each field of the entries is a list.
 * @typedef {object} Columns
 * @property {string[]} id
 * @property {string[]} href
 * @property {string[]} language Language of the page and its text, where it is not that of the list.
 * @property {string[]} name
 * @property {string[]} nameLanguage
 * @property {string[]} facts
 * @property {string[]} text
 * @property {number[][]} has Places in `values`.
 * @property {string[]} values What any entry has of a facet, such as `country=BE`.
 */

/**
 * An entry of the list.
 * @typedef {object} Entry
 * @property {Set<string>} values What it has of each facet, such as `country=BE`.
 * @property {() => HTMLElement} element
 */

const MOST_COMPARED = 4;
const number = new Intl.NumberFormat(document.documentElement.lang);

/**
 * An entry that is on the page.
 * @param {HTMLElement} element
 * @returns {Entry}
 */
function entryOf(element) {
  return { values: new Set(element.dataset.values?.split(" ")), element: () => element };
}

/**
 * Draws an entry that is not on the page.
 * @param {Columns} columns
 * @param {number} place Of the entry.
 * @param {Set<string>} values
 * @param {HTMLElement} pattern An entry with every part.
 */
function draw(columns, place, values, pattern) {
  const element = /** @type {HTMLElement} */ (pattern.cloneNode(true));
  const language = columns.language[place];
  const id = columns.id[place];
  element.dataset.id = id;
  const link = element.querySelector("h2 > a");
  const [facts, text] = element.querySelectorAll(":scope > p");
  if (link) {
    link.setAttribute("href", columns.href[place]);
    if (language) {
      link.setAttribute("hreflang", language);
      link.setAttribute("lang", language);
      text.setAttribute("lang", language);
    }
    if (columns.nameLanguage[place]) {
      const name = document.createElement("i");
      name.lang = columns.nameLanguage[place];
      link.replaceChildren(name);
    }
    (link.firstElementChild ?? link).textContent = columns.name[place];
  }
  facts.textContent = columns.facts[place];
  text.textContent = columns.text[place];
  if (!columns.text[place]) text.remove();
  const verdicts = [...values].filter((each) => each.startsWith("verdict-"));
  for (const item of element.querySelectorAll(".cb-legend > li")) {
    const verdict = item.querySelector(".cb-v")?.className.replace("cb-v cb-v--", "=") ?? "";
    const count = verdicts.filter((each) => each.endsWith(verdict)).length;
    if (count && item.lastChild) item.lastChild.textContent = ` ${count}`;
    else item.remove();
  }
  const box = element.querySelector("input");
  if (box) box.value = id;
  const name = element.querySelector(".cb-pick > .cb-vh");
  if (name) name.textContent = ` ${columns.name[place]}`;
  return element;
}

/**
 * An entry that is drawn when it is first shown.
 * @param {Columns} columns
 * @param {number} place Of the entry.
 * @param {HTMLElement} pattern
 * @returns {Entry}
 */
function entryAt(columns, place, pattern) {
  const values = new Set(columns.has[place].map((each) => columns.values[each]));
  /** @type {HTMLElement | null} */
  let drawn = null;
  return { values, element: () => (drawn ??= draw(columns, place, values, pattern)) };
}

/**
 * @param {HTMLElement} root
 * @param {HTMLElement} list
 * @returns {() => Promise<Entry[]>} What gives all entries, from the page or from the file.
 */
function reader(root, list) {
  const here = [...list.children].map((each) => /** @type {HTMLElement} */ (each));
  const pattern = root.querySelector("template")?.content.firstElementChild;
  const address = root.dataset.list;
  if (!address || !(pattern instanceof HTMLElement)) {
    const entries = Promise.resolve(here.map(entryOf));
    return () => entries;
  }
  const known = new Map(here.map((each) => [each.dataset.id, each]));
  const read = async () => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${answer.status}`);
    /** @type {Columns} */
    const columns = await answer.json();
    return columns.id.map((id, place) => {
      const element = known.get(id);
      return element ? entryOf(element) : entryAt(columns, place, pattern);
    });
  };
  /** @type {Promise<Entry[]> | null} */
  let entries = null;
  return () => {
    entries ??= read().catch((error) => {
      entries = null;
      throw error;
    });
    return entries;
  };
}

/**
 * Whether an entry has what was chosen: any value of a facet, and that of every facet.
 * @param {Entry} entry
 * @param {URLSearchParams} chosen
 */
function fits(entry, chosen) {
  for (const facet of new Set(chosen.keys())) {
    if (!chosen.getAll(facet).some((value) => entry.values.has(`${facet}=${value}`))) return false;
  }
  return true;
}

/** @param {HTMLElement} root */
function enableNarrowing(root) {
  const form = root.querySelector(".cb-narrow");
  const list = root.querySelector(".cb-list");
  const count = root.querySelector(".cb-count");
  const none = root.querySelector(".cb-none");
  if (!(form instanceof HTMLElement) || !(list instanceof HTMLElement)) return;
  if (!(count instanceof HTMLElement) || !(none instanceof HTMLElement)) return;

  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input"));
  const atFirst = [...list.children];
  const pages = /** @type {HTMLElement | null} */ (root.querySelector(".cb-pages"));
  const more = /** @type {HTMLElement | null} */ (root.querySelector(".cb-more"));
  const size = Number(root.dataset.size ?? Infinity);
  const entries = reader(root, list);
  let turn = 0;
  let shown = size;

  const chosen = () => {
    const found = new URLSearchParams();
    for (const box of boxes) if (box.checked) found.append(box.name, box.value);
    return found;
  };

  /**
   * @param {Element[]} elements
   * @param {string | undefined} said
   * @param {boolean} whole The list is not narrowed.
   * @param {boolean} rest There is more to show.
   */
  const show = (elements, said, whole, rest) => {
    list.replaceChildren(...elements);
    none.hidden = elements.length > 0;
    if (pages) pages.hidden = !whole;
    if (more) more.hidden = !rest;
    if (count.textContent !== said) count.textContent = said ?? "";
  };

  const update = async () => {
    const mine = ++turn;
    const choice = chosen();
    if (!choice.toString()) {
      show(atFirst, count.dataset.all, true, false);
      return;
    }
    let all;
    try {
      all = await entries();
    } catch {
      if (mine === turn) show(atFirst, root.dataset.failed, true, false);
      return;
    }
    // Another choice may have been made while the list was fetched.
    if (mine !== turn) return;
    const fitting = all.filter((each) => fits(each, choice));
    const said = (count.dataset.some ?? "")
      .replace("{n}", number.format(fitting.length))
      .replace("{total}", number.format(all.length));
    const elements = fitting.slice(0, shown).map((each) => each.element());
    show(elements, said, false, fitting.length > elements.length);
  };

  const changed = () => {
    root.classList.add("cb-cases--narrowed");
    shown = size;
    const query = chosen().toString();
    history.replaceState(history.state, "", location.pathname + (query && `?${query}`));
    return update();
  };

  /**
   * Sets the boxes to choices, and unfolds those that are set.
   * @param {URLSearchParams} given
   */
  const choose = (given) => {
    for (const box of boxes) {
      box.checked = given.getAll(box.name).includes(box.value);
      const fold = box.closest("details.cb-d--bare");
      if (box.checked && fold instanceof HTMLDetailsElement) fold.open = true;
    }
  };

  const clear = () => {
    choose(new URLSearchParams());
    return changed();
  };

  const wide = matchMedia("(min-width: 60em)");
  const fold = form.querySelector("details");
  const unfold = () => {
    if (fold) fold.open = wide.matches;
  };
  wide.addEventListener("change", unfold);
  unfold();

  const restore = () => {
    choose(new URLSearchParams(location.search));
    return update();
  };

  /** @param {MouseEvent} event */
  const narrowToCountry = (event) => {
    const link = event.currentTarget;
    const usual = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!usual || !(link instanceof Element)) return;
    event.preventDefault();
    choose(new URLSearchParams(new URL(link.getAttribute("href") ?? "", location.href).search));
    changed();
    count.focus({ preventScroll: true });
    root.scrollIntoView();
  };
  const countries = [...boxes].filter((each) => each.name === "country").map((each) => each.value);
  for (const link of document.querySelectorAll("a[data-country]")) {
    const codes = (link.getAttribute("data-country") ?? "").split(" ");
    if (!codes.every((each) => countries.includes(each))) continue;
    link.setAttribute("href", `?${codes.map((each) => `country=${each}`).join("&")}#${root.id}`);
    link.addEventListener("click", (event) => narrowToCountry(/** @type {MouseEvent} */ (event)));
  }

  restore();
  form.inert = false;
  // The file is there by the time of the first choice.
  const prefetch = () => {
    entries().catch(() => {});
  };
  if (root.dataset.list) {
    form.addEventListener("pointerover", prefetch, { once: true });
    form.addEventListener("focusin", prefetch, { once: true });
  }
  form.addEventListener("change", changed);
  form.querySelector("button")?.addEventListener("click", clear);
  none.querySelector("button")?.addEventListener("click", async () => {
    await clear();
    // The button is gone: the focus goes on to what it brought back.
    list.querySelector("a")?.focus();
  });
  more?.querySelector("button")?.addEventListener("click", async () => {
    const last = list.lastElementChild;
    shown += size;
    await update();
    last?.nextElementSibling?.querySelector("a")?.focus();
  });
  addEventListener("popstate", restore);
}

/** @param {HTMLElement} root */
function enableComparing(root) {
  const form = root.querySelector("form");
  const status = form?.querySelector("[role=status]");
  const list = root.querySelector(".cb-list");
  if (!form || !(status instanceof HTMLElement) || !list) return;
  /** @type {Map<string, string>} */
  const ticked = new Map();

  // Beside the latest tick, so that nobody has to look for the button above the list.
  const button = document.createElement("button");
  button.className = "cb-btn";
  button.type = "submit";
  button.setAttribute("form", form.id);
  button.textContent = root.querySelector(".cb-compare-again")?.textContent ?? "";

  /** @param {HTMLInputElement} box */
  const tell = (box) => {
    if (ticked.size < 2) button.remove();
    else if (box.checked) box.closest(".cb-list__foot")?.append(button);
    const words = ticked.size === 1 ? status.dataset.one : status.dataset.many;
    const said = (words ?? "")
      .replace("{n}", number.format(ticked.size))
      .replace("{names}", [...ticked.values()].join(", "));
    status.textContent = ticked.size ? said : "";
  };

  list.addEventListener("change", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement)) return;
    const name = box.closest("li")?.querySelector("h2")?.textContent ?? box.value;
    if (!box.checked) {
      ticked.delete(box.value);
    } else if (ticked.size < MOST_COMPARED) {
      ticked.set(box.value, name.trim());
    } else {
      box.checked = false;
      status.textContent = status.dataset.most ?? "";
      return;
    }
    tell(box);
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (ticked.size < 2) {
      status.textContent = status.dataset.few ?? "";
      return;
    }
    const ids = [...ticked.keys()].map(encodeURIComponent).join(",");
    location.assign(`${form.action}?cases=${ids}`);
  });
}

for (const root of document.querySelectorAll(".cb-cases")) {
  if (root instanceof HTMLElement) {
    enableNarrowing(root);
    enableComparing(root);
  }
}
