/* The month's table by keyboard: Enter goes down to the next figure, and a column that is pasted into one field
   is spread over it and those below when it has a line for each. Without this file Enter saves, and the column
   has a field of its own. */
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

  /* Another number of lines than of figures: nothing is filled in, and it is said. */
  const told = form.querySelector("[data-paste-told]");
  const counted = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  const refuse = (lines, fields) => {
    const [pasted, there] = [counted(lines, "linje", "linjer"), counted(fields, "felt", "felter")];
    const from = fields < amounts.length ? " herfra og ned" : "";
    told.querySelector("span").textContent = `Du har indsat ${pasted}, men der er ${there}${from}. Intet er skrevet ind.`;
    told.hidden = false;
    told.scrollIntoView({ block: "nearest" });
  };

  const linesOf = (text, wanted) => {
    const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
    while (lines.length > wanted && !lines[lines.length - 1].trim()) lines.pop();
    return lines;
  };

  const spread = (below, lines) => {
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
      const below = amounts.slice(amounts.indexOf(amount));
      const lines = linesOf(text, below.length);
      if (lines.length < 2 && !text.includes("\t")) return;
      event.preventDefault();
      told.hidden = true;
      /* One line is a figure with its note, and no column. */
      if (lines.length > 1 && lines.length !== below.length) refuse(lines.length, below.length);
      else spread(below, lines);
    });
  });
})();
