// @ts-check
// The style sheet `rendering.css` leaves most of a long list of sources for later. This lays it out when
// there is nothing else to do, a little at a time, so that lengths and places on the page are right.

const AT_ONCE = 4;

const waiting = [...document.querySelectorAll(".cb-group, .cb-refs > li")].filter(
  (each) => each instanceof HTMLElement && getComputedStyle(each).contentVisibility === "auto",
);

/** @param {() => void} work */
const whenIdle = (work) => ("requestIdleCallback" in window ? requestIdleCallback(work) : setTimeout(work, 20));

const next = () => {
  for (const each of waiting.splice(0, AT_ONCE)) {
    /** @type {HTMLElement} */ (each).style.contentVisibility = "visible";
  }
  if (waiting.length) requestAnimationFrame(() => whenIdle(next));
};

if (document.readyState === "complete") whenIdle(next);
else addEventListener("load", () => whenIdle(next), { once: true });
