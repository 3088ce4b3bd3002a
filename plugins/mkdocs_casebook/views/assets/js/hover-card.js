// @ts-check
// Hover cards open and close by the style sheet alone. This keeps them inside the window, and lets
// Escape close one until the pointer or the focus has left it (WCAG 2.2, 1.4.13).

const DISMISSED = "cb-hc--off";
const AT_END = "cb-hc--end";
const ABOVE = "cb-hc--above";

/**
 * @param {Element} holder
 * @param {Element} card
 */
function place(holder, card) {
  holder.classList.remove(AT_END, ABOVE);
  const { left, right, bottom } = card.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  holder.classList.toggle(AT_END, right > clientWidth || left < 0);
  holder.classList.toggle(ABOVE, bottom > clientHeight);
}

const holders = [...document.querySelectorAll(".cb-hc")];

for (const holder of holders) {
  const card = holder.querySelector("[role='tooltip']");
  if (!card) continue;
  for (const type of ["mouseenter", "focusin"]) {
    holder.addEventListener(type, () => place(holder, card));
  }
  for (const type of ["mouseleave", "focusout"]) {
    holder.addEventListener(type, () => holder.classList.remove(DISMISSED));
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const holder of holders) {
    if (holder.matches(":hover, :focus-within")) holder.classList.add(DISMISSED);
  }
});
