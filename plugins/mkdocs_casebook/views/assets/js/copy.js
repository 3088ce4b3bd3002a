// @ts-check
// Copy buttons: <button data-copy="id of the text" data-done="Copied" hidden> beside a role="status".
// Where the browser cannot copy, the button stays hidden and the text can be selected by hand.

/**
 * The text as one paragraph, in which no-break spaces stay; lines of data stay as they are.
 * @param {Element} element
 */
function plainText(element) {
  if (element instanceof HTMLPreElement) return element.textContent ?? "";
  return (element.textContent ?? "").replace(/[ \t\r\n]+/g, " ").trim();
}

/** @param {HTMLButtonElement} button */
function enable(button) {
  const text = document.getElementById(button.dataset.copy ?? "");
  const status = button.parentElement?.querySelector("[role='status']");
  if (!text || !status) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    try {
      await navigator.clipboard.writeText(plainText(text));
      status.textContent = button.dataset.done ?? "";
    } catch {
      getSelection()?.selectAllChildren(text);
    }
  });
}

if (navigator.clipboard) {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (button instanceof HTMLButtonElement) enable(button);
  }
}
