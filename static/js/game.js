/* A screen of the value game that is pressed on: an organisation's phone, or the facilitator's.
   What is done is kept in the browser until the house has it, and sent in order, each with an id of its own:
   a cut line, a double tap or an answer that was lost on the way change nothing. Meanwhile the screen asks
   every two seconds with the version it shows. Without this file each thing is a plain form. */
"use strict";

(() => {
  const ASK_EVERY = 2000;
  const AGAIN_AT_MOST = 8000;
  const OFFLINE = "Ingen forbindelse. Det, I gør, bliver sendt, når der er net igen.";
  const PART = (root) => ({ "HX-Request": "true", "HX-Target": root.id, Accept: "text/html" });
  // A plain form, also ours when words are asked about, is answered one step below the screen's own address.
  const HERE = location.pathname.replace(/traek\/$/, "");
  const SHELF = `moves ${HERE}`;

  const screen = () => document.querySelector("[data-version]");
  if (!screen()) return;
  document.documentElement.classList.add("scripted");

  /* -- What is done and not acknowledged ------------------------------------------------------------- */

  let waiting = read();
  let sending = false;
  let pause = 500;
  let clockSeen = 0;
  let failed = 0;

  function read() {
    try {
      return JSON.parse(localStorage.getItem(SHELF)) || [];
    } catch {
      return [];
    }
  }

  function keep() {
    try {
      localStorage.setItem(SHELF, JSON.stringify(waiting));
    } catch {
      // A browser that keeps nothing still sends what is in the page.
    }
  }

  function newId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return [8, 12, 16, 20, 32].map((end, at, ends) => text.slice(at ? ends[at - 1] : 0, end)).join("-");
  }

  function nextClock() {
    clockSeen = Math.max(clockSeen, Number(screen().dataset.clock) - 1) + 1;
    return clockSeen;
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-move]")) return;
    event.preventDefault();
    form.querySelectorAll("[data-new-target]").forEach((field) => {
      field.value = newId() + field.value.slice(36);
    });
    const data = new FormData(form, event.submitter);
    data.delete("csrfmiddlewaretoken");
    data.set("id", newId());
    // What is written next in the same field is written on top of this.
    if (form.elements.base && !event.submitter?.value) form.elements.base.value = data.get("id");
    data.set("clock", nextClock());
    waiting.push({ url: form.action, body: new URLSearchParams(data).toString(), typed: data.get("value") || "" });
    keep();
    showAtOnce(form, event.submitter);
    report();
    send();
  });

  document.addEventListener("change", (event) => {
    const form = event.target.closest("[data-on-change]");
    if (form) form.requestSubmit();
  });

  const timers = new WeakMap();
  document.addEventListener("input", (event) => {
    if (!event.target.matches("input:not([type=hidden]), textarea")) return;
    event.target.dataset.dirty = "";
    saveSoon(event.target.closest("[data-autosave]"));
  });

  function saveSoon(form) {
    if (!form) return;
    clearTimeout(timers.get(form));
    timers.set(form, setTimeout(() => form.isConnected && form.requestSubmit(), 1500));
  }

  /* The press shows before anybody answered, so that a second one means the opposite. */
  function showAtOnce(form, button) {
    form.querySelectorAll("[data-dirty]").forEach((field) => delete field.dataset.dirty);
    if (form.hasAttribute("data-fresh")) {
      const field = form.elements.value;
      field.value = "";
      field.focus();
    }
    if (!button) return;
    const [kind, target, value] = button.value.split("|");
    if (kind === "lay" && button.dataset.piece) {
      button.setAttribute("aria-pressed", String(Boolean(value)));
      button.value = `lay|${target}|${value ? "" : "gets"}`;
      const star = form.querySelector(`[data-star="${target}"]`);
      if (star) star.disabled = !value;
    } else if (kind === "star") {
      const on = Boolean(value);
      form.querySelectorAll("[data-star]").forEach((one) => {
        one.setAttribute("aria-pressed", String(on && one === button));
        one.value = `star||${on && one === button ? "" : one.dataset.star}`;
      });
    }
  }

  async function send() {
    if (sending || !waiting.length) return;
    sending = true;
    while (waiting.length) {
      const answer = await post(waiting[0]);
      if (answer === "later") break;
      const move = waiting.shift();
      keep();
      if (answer) hear(answer, move);
    }
    sending = false;
    report();
    if (waiting.length) setTimeout(send, (pause = Math.min(2 * pause, AGAIN_AT_MOST)));
    else {
      pause = 500;
      ask(true);
    }
  }

  /* What the house says; "later" when it may be sent again, null when there is no game any more. */
  async function post(move) {
    const body = new URLSearchParams(move.body);
    const token = document.querySelector("[name=csrfmiddlewaretoken]");
    if (token) body.set("csrfmiddlewaretoken", token.value);
    try {
      const response = await fetch(move.url, {
        method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(15000),
      });
      if (response.status === 404 || response.status === 410) {
        reloadOnce();
        return null;
      }
      if (response.status === 403 || response.redirected) {
        // The token is another one now, or the login ran out: the page that comes says which.
        reloadOnce();
        return "later";
      }
      return response.ok ? await response.json() : "later";
    } catch {
      failed += 1;
      return "later";
    }
  }

  function hear(answer, move) {
    failed = 0;
    if (answer.kept) {
      receipt(answer.at);
      return;
    }
    const form = [...document.querySelectorAll("[data-move]")].find(
      (one) => one.action === move.url && one.elements.kind && move.body.includes(`kind=${one.elements.kind.value}&`),
    );
    if (form && form.elements.value && !form.elements.value.value) form.elements.value.value = move.typed;
    // The page that a plain form gets asks whether it really is one.
    if (answer.cpr && form) sendPlain(form, move);
    else complain(answer.problem);
  }

  function sendPlain(form, move) {
    const sent = new URLSearchParams(move.body);
    sent.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    for (const [name, value] of sent) {
      if (!form.elements[name]) {
        const field = document.createElement("input");
        Object.assign(field, { type: "hidden", name });
        form.append(field);
      }
      form.elements[name].value = value;
    }
    form.submit();
  }

  /* -- What is told ------------------------------------------------------------------------------------ */

  function receipt(text) {
    const place = document.querySelector("[data-receipt]");
    if (place && text) place.textContent = text;
  }

  function complain(text) {
    const place = document.querySelector("[data-problem]");
    if (!place) return;
    place.textContent = text;
    place.hidden = false;
  }

  function report() {
    const place = document.querySelector("[data-receipt]");
    if (!place) return;
    const problem = document.querySelector("[data-problem]");
    if (waiting.length && problem) problem.hidden = true;
    place.classList.toggle("not-sent", failed > 1);
    if (failed > 1) place.textContent = waiting.length ? `${OFFLINE} ${waiting.length} venter.` : OFFLINE;
    else if (waiting.length) place.textContent = "Gemmer …";
  }

  function reloadOnce() {
    const last = Number(sessionStorage.getItem("reloaded") || 0);
    if (Date.now() - last < 30000) return;
    sessionStorage.setItem("reloaded", String(Date.now()));
    // Never the answer to a form: that would send it again.
    location.pathname === HERE ? location.reload() : location.replace(HERE);
  }

  /* -- What is new ------------------------------------------------------------------------------------- */

  let asking = false;

  async function ask(now) {
    if (asking || waiting.length || (document.hidden && !now)) return;
    asking = true;
    const root = screen();
    try {
      const response = await fetch(`${HERE}?v=${root.dataset.version}`, {
        headers: PART(root), signal: AbortSignal.timeout(10000),
      });
      if (failed > 1) receipt("Der er forbindelse igen.");
      failed = 0;
      report();
      if (response.status === 200 && response.headers.get("HX-Redirect")) reloadOnce();
      else if (response.status === 200) swap(await response.text());
      else if (response.status === 404 || response.status === 410 || response.status === 286) reloadOnce();
    } catch {
      failed += 1;
      report();
    }
    asking = false;
  }

  function swap(html) {
    // Somebody pressed while the answer was on its way: the next one has it.
    if (waiting.length) return;
    const old = screen();
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-version]");
    if (!fresh) return;
    const typed = [...old.querySelectorAll("[data-dirty]")].map((field) => [
      field.id, field.value, field.form?.elements.base?.value,
    ]);
    const open = new Set([...old.querySelectorAll("details[open] > summary")].map((one) => one.textContent.trim()));
    const focus = pointTo(document.activeElement);
    old.replaceWith(document.adoptNode(fresh));
    for (const [id, value, base] of typed) {
      const field = id && document.getElementById(id);
      if (!field) continue;
      field.value = value;
      field.dataset.dirty = "";
      // It was written on what stood there then: whatever came since is not overwritten unseen.
      if (base !== undefined) field.form.elements.base.value = base;
      // The form that would have saved it is gone.
      saveSoon(field.closest("[data-autosave]"));
    }
    fresh.querySelectorAll("summary").forEach((one) => {
      if (open.has(one.textContent.trim())) one.parentElement.open = true;
    });
    if (fresh.dataset.step !== old.dataset.step) {
      window.scrollTo(0, 0);
      const heading = fresh.querySelector("h1");
      const said = document.querySelector("[data-said]");
      if (heading && said) said.textContent = heading.textContent;
    } else if (focus) {
      const field = document.querySelector(focus.selector);
      field?.focus({ preventScroll: true });
      if (focus.at !== null && field?.setSelectionRange) field.setSelectionRange(focus.at, focus.at);
    }
    wind();
    document.dispatchEvent(new CustomEvent("game-swapped"));
  }

  /* How to find what has the focus again in the fresh part. */
  function pointTo(element) {
    if (!element || !screen().contains(element)) return null;
    const at = element.matches("textarea, input:not([type])") ? element.selectionStart : null;
    if (element.id) return { selector: `#${CSS.escape(element.id)}`, at };
    for (const name of ["data-piece", "data-star", "value"]) {
      const value = element.getAttribute(name);
      if (value) return { selector: `button[${name}="${CSS.escape(value)}"]`, at };
    }
    return null;
  }

  /* -- The clock --------------------------------------------------------------------------------------- */

  let clocks = [];

  function wind() {
    clocks = [...document.querySelectorAll("[data-left]:not([data-paused])")].map((face) => ({
      face,
      until: Date.now() + 1000 * Number(face.dataset.left),
    }));
  }

  function tick() {
    for (const { face, until } of clocks) {
      const left = Math.max(0, Math.round((until - Date.now()) / 1000));
      face.textContent = `${Math.floor(left / 60)}.${String(left % 60).padStart(2, "0")}`;
      const bar = face.closest("form")?.querySelector("[data-planned]");
      if (bar && face.hasAttribute("data-of-step")) bar.value = Math.max(0, Number(bar.max) - left);
    }
  }

  wind();
  setInterval(tick, 1000);
  setInterval(ask, ASK_EVERY);
  addEventListener("online", send);
  document.addEventListener("visibilitychange", () => !document.hidden && ask(true));
  report();
  send();
})();
