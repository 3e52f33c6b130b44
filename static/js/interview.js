/* The interview: a long form is not left by mistake with something typed in it. */
"use strict";

(() => {
  let typed = false;
  const form = () => document.querySelector("[data-guard-typed]");

  document.addEventListener("input", (event) => {
    if (form()?.contains(event.target)) typed = true;
  });
  // Sent without htmx: the page leaves with what was typed.
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("[data-guard-typed]") || !window.htmx) typed = false;
  });
  // Saved: the answer leads on to another page.
  document.addEventListener("htmx:beforeOnLoad", (event) => {
    if (event.detail.xhr.getResponseHeader("HX-Redirect")) typed = false;
  });
  addEventListener("beforeunload", (event) => {
    if (typed) event.preventDefault();
  });
})();
