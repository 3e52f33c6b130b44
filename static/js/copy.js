/* Buttons that copy what stands in a field or a line: data-copy names it. Without this file the text is
   marked and copied by hand, and the buttons stay hidden. */
"use strict";

(() => {
  const DONE = "Kopieret.";
  const BY_HAND = "Teksten er markeret. Kopiér den med Ctrl og C.";

  function mark(source) {
    if (source.select) {
      source.focus();
      source.select();
    } else {
      getSelection().selectAllChildren(source);
    }
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    const status = document.getElementById(button.dataset.copyStatus);
    try {
      await navigator.clipboard.writeText(source.value ?? source.textContent);
      status.textContent = DONE;
    } catch {
      // Not allowed here, or not on a safe address.
      mark(source);
      status.textContent = BY_HAND;
    }
  }

  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
})();
