/* The facilitator's keys: space pauses, the arrow goes on, + gives a minute, S darkens the wall. */
"use strict";

(() => {
  const KEYS = { " ": "pause", ArrowRight: "next", "+": "more", s: "blank", S: "blank" };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest("input, textarea, select, button, a, summary, [contenteditable]")) return;
    const button = document.querySelector(`[data-key-${KEYS[event.key]}]`);
    if (!KEYS[event.key] || !button) return;
    event.preventDefault();
    button.click();
  });
})();
