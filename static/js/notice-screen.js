/* The screen in a hall fetches itself anew. When the network or the house is away it keeps what it shows, and
   tries again at the next turn; a page that was closed is shown as closed. */
"use strict";

(() => {
  const screen = () => document.querySelector("[data-again]");
  if (!screen()) return;
  const seconds = Number(screen().dataset.again) || 60;
  const GIVES_UP = 15_000;

  async function again() {
    try {
      const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(GIVES_UP) });
      if (answer.status === 404) return location.reload();
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-again]");
      if (found && found.innerHTML !== screen().innerHTML) screen().replaceWith(document.adoptNode(found));
    } catch {
      // No network: the next turn comes.
    }
  }

  setInterval(again, 1000 * seconds);
})();
