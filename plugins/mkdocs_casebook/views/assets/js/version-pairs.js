// @ts-check
// All comparisons of two versions stand in the page; with JavaScript, two lists choose one of them.

/** @param {Element} box */
function enable(box) {
  const choice = box.querySelector(".cb-pairs__choice");
  const from = choice?.querySelector("select[name=from]");
  const to = choice?.querySelector("select[name=to]");
  const status = choice?.querySelector("[role=status]");
  const pairs = [...box.querySelectorAll("[data-pair]")];
  if (!(choice instanceof HTMLElement) || !(status instanceof HTMLElement)) return;
  if (!(from instanceof HTMLSelectElement) || !(to instanceof HTMLSelectElement)) return;

  const show = () => {
    const wanted = [from.value, to.value].sort((a, b) => Number(a) - Number(b)).join(" ");
    for (const each of pairs) {
      if (!(each instanceof HTMLDetailsElement)) continue;
      each.hidden = each.dataset.pair !== wanted;
      each.open = !each.hidden;
    }
    status.textContent = from.value === to.value ? (status.dataset.same ?? "") : "";
  };
  from.addEventListener("change", show);
  to.addEventListener("change", show);
  choice.hidden = false;
  show();
}

for (const box of document.querySelectorAll("[data-pairs]")) enable(box);
