/* The wall of an event: how long the round still lasts. Without it the wall says until when. */
"use strict";

(() => {
  function tell() {
    const clock = document.querySelector("[data-ends]");
    if (!clock) return;
    const left = Math.ceil((new Date(clock.dataset.ends) - Date.now()) / 60_000);
    if (Number.isNaN(left)) return;
    clock.dataset.told ??= clock.textContent;
    const words = left > 1 ? `${left} minutter igen` : left === 1 ? "1 minut igen" : "Tiden er gået";
    const text = `${words} · ${clock.dataset.told.toLowerCase()}`;
    if (clock.textContent !== text) clock.textContent = text;
  }

  tell();
  setInterval(tell, 1000);
})();
