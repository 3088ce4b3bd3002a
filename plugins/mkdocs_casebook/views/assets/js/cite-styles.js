// @ts-check
// The cite box shows a reference in every style; with JavaScript, in the one that the reader chose.
// The choice is kept for the next source.

const KEPT = "casebook-citation-style";

/** @returns {string | null} */
function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

/** @param {string} style */
function keep(style) {
  try {
    localStorage.setItem(KEPT, style);
  } catch {
    // The reader's browser keeps nothing: the choice holds for this page.
  }
}

/** @param {Element} box */
function enable(box) {
  const choice = box.querySelector(".cb-styles__choice");
  const select = choice?.querySelector("select");
  const styles = [...box.querySelectorAll("[data-style]")];
  if (!(choice instanceof HTMLElement) || !select) return;

  const show = () => {
    for (const each of styles) {
      if (each instanceof HTMLElement) each.hidden = each.dataset.style !== select.value;
    }
  };
  const earlier = kept();
  if (styles.some((each) => each instanceof HTMLElement && each.dataset.style === earlier)) {
    select.value = earlier ?? "";
  }
  select.addEventListener("change", () => {
    keep(select.value);
    show();
  });
  choice.hidden = false;
  box.classList.add("cb-styles--one");
  show();
}

for (const box of document.querySelectorAll(".cb-styles")) enable(box);
