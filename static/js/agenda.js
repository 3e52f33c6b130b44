/* The agenda: a form that is opened begins in its first field; minutes typed while an answer is under way stay. */
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

let typed = [];

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target?.id !== "agenda") return;
  const fields = [...detail.target.querySelectorAll(".agenda-minutes input[type=number]")];
  const sent = detail.requestConfig.elt;
  typed = fields.filter((field) => field.value !== field.defaultValue && !sent.contains(field));
});

document.addEventListener("htmx:afterSettle", () => {
  for (const { id, value } of typed) {
    const field = document.getElementById(id);
    if (!field) continue;
    field.value = value;
    field.dataset.carried = "";
    if (field !== document.activeElement) send(field);
  }
  typed = [];
});

// The browser does not call a value changed that was put there for the hand that typed it.
document.addEventListener("focusout", ({ target }) => {
  if (target.dataset?.carried !== undefined) send(target);
});
document.addEventListener("change", ({ target }) => delete target.dataset?.carried);

function send(field) {
  if (field.value !== field.defaultValue) field.dispatchEvent(new Event("change", { bubbles: true }));
}
