/* The agenda: a form that is opened begins in its first field. */
"use strict";

document.addEventListener(
  "toggle",
  (event) => {
    const opened = event.target;
    if (!opened.matches?.("details[data-first-field][open]")) return;
    opened.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  },
  true,
);
