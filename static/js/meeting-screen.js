/* The meeting's big screen keeps itself up to date: it asks every three seconds with the version it shows, and
   lets the clock run between two answers. When the network is gone it says so quietly, and keeps the picture. */
"use strict";

(() => {
  const page = document.querySelector("[data-screen-address]");
  if (!page) return;

  const EVERY = 3000;
  const PATIENCE = 9000;
  const GIVES_UP = 10_000;
  const away = document.querySelector("[data-screen-away]");
  let heard = Date.now();
  let began = 0;

  const screen = () => document.getElementById("screen");
  const clock = () => document.querySelector("[data-used]");

  function windUp() {
    if (clock()) began = Date.now() - 1000 * Number(clock().dataset.used);
    tick();
  }

  function tick() {
    if (!clock()) return;
    const used = Math.max(0, Math.floor((Date.now() - began) / 60_000));
    const planned = Number(clock().dataset.planned);
    const text = planned ? `${used} af ${planned} minutter` : `${used} min.`;
    const shown = clock().querySelector("[data-clock]");
    if (shown.textContent !== text) shown.textContent = text;
    const over = planned > 0 && used >= planned;
    clock().classList.toggle("is-over", over);
    clock().querySelector("[data-over]").hidden = !over;
    const bar = clock().querySelector("[data-bar]");
    if (bar) bar.value = Math.min(planned, (Date.now() - began) / 60_000);
  }

  function show(html) {
    const found = new DOMParser().parseFromString(html, "text/html").getElementById("screen");
    if (!found) return;
    screen().replaceWith(document.adoptNode(found));
    windUp();
  }

  async function ask() {
    const address = `${page.dataset.screenAddress}?v=${screen().dataset.version}`;
    const headers = { "HX-Request": "true", "HX-Target": "screen" };
    const answer = await fetch(address, { headers, cache: "no-store", signal: AbortSignal.timeout(GIVES_UP) });
    if (answer.redirected || (answer.status !== 200 && answer.status !== 204)) throw new Error(String(answer.status));
    if (answer.status === 200) show(await answer.text());
  }

  async function keepUp() {
    try {
      await ask();
      heard = Date.now();
    } catch {
      // Said below, when it has lasted for a while.
    }
    away.hidden = Date.now() - heard < PATIENCE;
    setTimeout(keepUp, EVERY);
  }

  windUp();
  setInterval(tick, 1000);
  setTimeout(keepUp, EVERY);
})();
