/* The board of initiatives: a card is dragged to another phase, and sent by the form that its buttons send.
   Without an answer it is put back where it lay. Without this file the buttons do it alone. */
"use strict";

(() => {
  const movable = (card) => card.querySelector("form.board-move");
  const columnAt = (event) => event.target.closest?.("[data-phase]");

  // The card that is held, and those that wait for an answer with the way back to where they lay.
  let held = null;
  const away = new Map();

  function wake(root) {
    for (const card of root.querySelectorAll?.(".board-card") ?? []) {
      if (!movable(card)) continue;
      card.draggable = true;
      // Else the browser drags the address of the link, not the card.
      card.querySelectorAll("a").forEach((link) => (link.draggable = false));
    }
  }

  function mark(column) {
    document.querySelectorAll("[data-phase].drop-here").forEach((one) => one.classList.remove("drop-here"));
    column?.classList.add("drop-here");
  }

  const takes = (column) => held && column && !column.contains(held);

  document.addEventListener("dragstart", (event) => {
    const card = event.target.closest?.(".board-card[draggable=true]");
    if (!card) return;
    // One at a time: the answer draws the board anew.
    if (away.size) return event.preventDefault();
    held = card;
    card.classList.add("held");
    event.dataTransfer.effectAllowed = "move";
    // Some browsers drag nothing that carries no text.
    event.dataTransfer.setData("text/plain", card.querySelector("h3").textContent.trim());
  });

  document.addEventListener("dragover", (event) => {
    if (!held) return;
    const column = columnAt(event);
    mark(takes(column) ? column : null);
    if (!takes(column)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
  });

  document.addEventListener("drop", (event) => {
    const column = columnAt(event);
    if (!takes(column)) return;
    event.preventDefault();
    send(held, column);
  });

  document.addEventListener("dragend", () => {
    held?.classList.remove("held");
    held = null;
    mark(null);
  });

  /* The server answers with the board anew, and its message; until then the card lies where it was dropped. */
  function send(card, column) {
    const form = movable(card);
    lay(card, column);
    const values = { phase: column.dataset.phase };
    htmx.ajax("POST", form.action, { source: form, target: card, swap: "none", values }).catch(() => {});
  }

  function lay(card, column) {
    const [list, next] = [card.parentNode, card.nextElementSibling];
    const made = column.querySelector("ul") ? null : column.appendChild(document.createElement("ul"));
    column.querySelector("ul").prepend(card);
    card.setAttribute("aria-busy", "true");
    column.classList.add("has-guest");
    away.set(card, () => {
      list.insertBefore(card, next);
      made?.remove();
      column.classList.remove("has-guest");
      card.removeAttribute("aria-busy");
    });
  }

  function putBack(card) {
    away.get(card)?.();
    away.delete(card);
  }

  const cardOf = (event) => {
    const card = event.target.closest?.(".board-card");
    return away.has(card) ? card : null;
  };

  // What has gone wrong is said by shell.js.
  for (const lost of ["htmx:sendError", "htmx:timeout"]) {
    document.addEventListener(lost, (event) => putBack(cardOf(event)));
  }

  document.addEventListener("htmx:responseError", (event) => {
    const card = cardOf(event);
    if (!card) return;
    const phase = card.closest("[data-phase]").dataset.phase;
    putBack(card);
    // Refused: the page that says why is the one that a button would have led to.
    if (event.detail.xhr.status < 500) submit(movable(card), phase);
  });

  function submit(form, phase) {
    const field = Object.assign(document.createElement("input"), { type: "hidden", name: "phase", value: phase });
    form.append(field);
    form.submit();
  }

  document.addEventListener("htmx:afterSettle", (event) => wake(event.detail.elt.parentNode ?? document));
  wake(document);
})();
