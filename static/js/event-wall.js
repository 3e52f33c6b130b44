/* The wall of an event: it asks for the next round by itself, and tells how long this one still lasts.

   Without script it says until when, and the page is fetched anew. Nothing is replaced while it says the same,
   so that whoever stands on the button keeps standing there. */
"use strict";

(() => {
  const wall = () => document.querySelector("[data-shows]");
  if (!wall()) return;
  const SECONDS = 5;
  const GIVES_UP = 10_000;

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

  async function again() {
    try {
      const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(GIVES_UP) });
      if (answer.status === 404 || answer.redirected) return location.reload();
      if (!answer.ok) return;
      const found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-shows]");
      if (!found || found.dataset.shows === wall().dataset.shows) return;
      wall().replaceWith(document.adoptNode(found));
      tell();
    } catch {
      // No network: what is shown stays, and the next turn comes.
    }
  }

  tell();
  setInterval(tell, 1000);
  setInterval(again, 1000 * SECONDS);
})();
