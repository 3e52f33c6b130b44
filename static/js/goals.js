/* The month's table by keyboard: Enter goes down to the next figure, and a column that is pasted into one field
   is spread over it and those below. Without this file Enter saves, and the column has a field of its own. */
"use strict";

(() => {
  const form = document.querySelector("[data-month]");
  if (!form) return;
  const amounts = [...form.querySelectorAll("input.amount")];
  const noteOf = (amount) => amount.closest("tr").querySelector(".month-note input");

  const go = (from, step) => {
    const next = amounts[amounts.indexOf(from) + step] || (step > 0 && form.querySelector("button.btn-main"));
    if (!next) return;
    next.focus();
    if (next.select) next.select();
  };

  /* More lines than figures: the column goes into its own field, and the server says so. */
  const tooMany = (text) => {
    const column = form.querySelector("[name=kolonne]");
    column.closest("details").open = true;
    column.value = text;
    column.focus();
  };

  const spread = (from, lines) => {
    const below = amounts.slice(amounts.indexOf(from));
    lines.forEach((line, place) => {
      const [amount, note = ""] = line.split("\t");
      if (amount.trim()) below[place].value = amount.trim();
      if (note.trim()) noteOf(below[place]).value = note.trim();
    });
    below[lines.length - 1].focus();
  };

  amounts.forEach((amount) => {
    amount.addEventListener("keydown", (event) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      const step = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      go(amount, step);
    });
    amount.addEventListener("paste", (event) => {
      const text = event.clipboardData ? event.clipboardData.getData("text/plain") : "";
      const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n");
      if (lines.length < 2 && !text.includes("\t")) return;
      event.preventDefault();
      if (lines.length > amounts.length - amounts.indexOf(amount)) tooMany(text);
      else spread(amount, lines);
    });
  });
})();
