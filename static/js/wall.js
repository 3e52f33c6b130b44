/* The wall keeps itself up to date: it asks every two seconds with the version it shows, and lets the clock run
   between two answers. When the network is gone it says so quietly, and keeps the picture. */
"use strict";

(() => {
  const page = document.querySelector("[data-wall-address]");
  if (!page) return;

  const EVERY = 2000;
  const PATIENCE = 6000;
  const GIVES_UP = 10_000;
  const away = document.querySelector("[data-wall-away]");
  let heard = Date.now();
  let ends = 0;

  const wall = () => document.getElementById("wall");

  /* -- The clock ------------------------------------------------------------------------------------ */

  function windUp() {
    const clock = document.querySelector("[data-clock]");
    if (clock) ends = Date.now() + 1000 * Number(clock.dataset.left);
    tick();
  }

  function said(left) {
    if (left <= 0) return "Tiden er gået";
    const minutes = Math.floor(left / 60);
    const seconds = left % 60;
    const parts = [];
    if (minutes) parts.push(`${minutes} ${minutes === 1 ? "minut" : "minutter"}`);
    if (seconds) parts.push(`${seconds} ${seconds === 1 ? "sekund" : "sekunder"}`);
    return `${parts.join(" og ")} tilbage`;
  }

  function tick() {
    const clock = document.querySelector("[data-clock][data-runs]");
    if (!clock) return;
    const left = Math.max(0, Math.round((ends - Date.now()) / 1000));
    const total = Number(clock.dataset.total) || 1;
    const text = left ? `${Math.floor(left / 60)}.${String(left % 60).padStart(2, "0")}` : "Tiden er gået";
    const shown = clock.querySelector("[data-clock-text]");
    if (shown.textContent === text) return;
    shown.textContent = text;
    clock.classList.toggle("wall-time-over", !left);
    clock.setAttribute("aria-label", said(left));
    const share = Math.min(1000, Math.round((1000 * left) / total));
    clock.querySelector("[data-clock-pie]").setAttribute("stroke-dasharray", `${share} 2000`);
  }

  /* -- New pictures ---------------------------------------------------------------------------------- */

  const laid = () => new Set([...document.querySelectorAll("[data-piece]")].map((one) => one.dataset.piece));

  function show(html) {
    const found = new DOMParser().parseFromString(html, "text/html").getElementById("wall");
    if (!found) return;
    const before = laid();
    const same = wall().classList.contains("wall-board") && found.classList.contains("wall-board");
    wall().replaceWith(document.adoptNode(found));
    for (const one of same ? document.querySelectorAll("[data-piece]") : []) {
      if (!before.has(one.dataset.piece)) one.classList.add("wall-landing");
    }
    windUp();
  }

  async function ask() {
    const address = `${page.dataset.wallAddress}?v=${wall().dataset.version}`;
    const headers = { "HX-Request": "true", "HX-Target": "wall" };
    const answer = await fetch(address, { headers, cache: "no-store", signal: AbortSignal.timeout(GIVES_UP) });
    if (answer.status === 404) return false;
    if (answer.status !== 200 && answer.status !== 204) throw new Error(String(answer.status));
    if (answer.status === 200) show(await answer.text());
    return wall().dataset.over === undefined;
  }

  async function keepUp() {
    let goesOn = true;
    try {
      goesOn = await ask();
      heard = Date.now();
    } catch {
      // Said below, when it has lasted for a while.
    }
    away.hidden = Date.now() - heard < PATIENCE;
    if (goesOn) setTimeout(keepUp, EVERY);
  }

  windUp();
  setInterval(tick, 250);
  setTimeout(keepUp, EVERY);
})();
