/* A sunshine talk that saves as one goes. What is typed lives in the page until the server has said that it
   is saved: when the connection is cut it is sent again, the very same first, so that nothing is written twice
   and nobody is told of a conflict with oneself. Without this file each step is a plain form. */
"use strict";

(() => {
  const root = document.querySelector("[data-talk]");
  if (!root) return;

  const PAUSE = 1000;
  const RETRY = 4000;
  const MATCH_PAUSE = 10_000;
  const LAST = 6;
  const LOST = "Ingen forbindelse. Det, du skrev, er her stadig.";
  const WRONG = "Noget gik galt hos os. Det, du skrev, er her stadig.";
  const LOGGED_OUT = "Du er logget ud. Det, du skrev, er her stadig. Log ind i en ny fane.";
  const GONE = "Samtalen er slettet. Det, du skrev, er her stadig.";
  const CONFLICT = "En kollega har skrevet imens. Vælg herover, hvad der skal stå.";
  const REFUSED = "Ikke gemt. Se, hvad der skal rettes.";
  const TEXT_FIELDS = "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select";
  const WHITE = "#FFFFFF", INK = "#16282A", EDGE = "#84746A";

  const sheets = new Map();
  let leaving = false;
  let lastSaved = "";
  let retryTimer = null;

  /* -- One form, and what of it is not saved yet ----------------------------------------------------- */

  class Sheet {
    constructor(form) {
      this.form = form;
      this.isNew = form.hasAttribute("data-add");
      this.touched = false;
      this.flight = null;
      this.refused = false;
      this.conflict = false;
      this.trouble = "";
      this.busy = null;
      form.querySelectorAll("[data-by-hand]").forEach((button) => button.remove());
      if (form.querySelector("[data-over]")) this.conflict = this.refused = true;
    }

    get section() {
      return this.form.closest("[data-step]");
    }

    get waits() {
      const typed = this.isNew && this.form.elements.name.value.trim() !== "";
      return this.touched || this.flight !== null || this.refused || typed;
    }

    note(atOnce) {
      this.touched = true;
      clearTimeout(this.timer);
      // A value that is not added yet waits for its button; one that is rubbed out waits for nothing.
      if (this.isNew && this.form.elements.name.value.trim() === "") this.drop();
      if (this.isNew || this.conflict) return;
      this.timer = setTimeout(() => this.send(), atOnce ? 0 : PAUSE);
    }

    /* Whether all is saved. Two who ask at once wait for the same answer. */
    send() {
      clearTimeout(this.timer);
      this.busy ??= this.run().finally(() => (this.busy = null));
      return this.busy;
    }

    async run() {
      while (this.flight || (this.touched && !this.conflict)) {
        if (!this.flight) {
          this.flight = new FormData(this.form);
          this.touched = false;
        }
        const answer = await ask(this.form.action, this.flight);
        if (answer.trouble) return this.lose(answer.trouble);
        this.flight = null;
        this.trouble = "";
        if (!answer.saved) return this.refuse(answer);
        this.keep(answer);
      }
      report();
      if (!this.refused) lookForMatches();
      return !this.refused;
    }

    lose(text) {
      this.trouble = text;
      report();
      clearTimeout(retryTimer);
      if (text !== GONE) retryTimer = setTimeout(flush, RETRY);
      return false;
    }

    keep(answer) {
      if (this.refused) this.tidy();
      this.refused = this.conflict = false;
      if (this.isNew) added(this, answer.html);
      else this.form.elements.version.value = answer.version;
      this.section.dataset.saved = lastSaved = answer.at;
      this.name();
      root.querySelector("[data-title]").textContent = answer.title;
      root.querySelector("[data-sun]").setAttribute("aria-label", answer.label);
    }

    /* What stands folded together says the same as what is in it. */
    name() {
      const summary = this.form.closest("details")?.querySelector("summary");
      if (!summary) return;
      summary.querySelector("b").textContent = this.form.elements.name.value;
      const level = this.form.querySelector("[data-level]:checked + span");
      if (level) summary.querySelector(".hint").textContent = level.textContent;
    }

    refuse(answer) {
      this.refused = true;
      this.conflict = answer.conflict;
      replaceFields(this.form, answer.html);
      report();
      return false;
    }

    /* The faults are mended: their marks go, the box about CPR numbers stays ticked. */
    tidy() {
      const marks = ".error-summary, .field-error, [data-error-summary], .row:has(> [data-over])";
      this.form.querySelectorAll(`[data-fields] :is(${marks})`).forEach((mark) => mark.remove());
      this.form.querySelectorAll(".field-wrong").forEach((field) => field.classList.remove("field-wrong"));
      this.form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
    }

    /* What was typed here is let go. */
    drop() {
      this.touched = this.refused = this.conflict = false;
      this.flight = null;
      this.trouble = "";
    }
  }

  let lookedAt = 0;

  /* What was said may have given rise to a match; asked for when the connection is known to hold, now and then. */
  function lookForMatches() {
    if (Date.now() - lookedAt < MATCH_PAUSE) return;
    lookedAt = Date.now();
    document.body.dispatchEvent(new Event("talk-saved"));
  }

  /* New markup for the fields of a form, with what stands in them now and the cursor where it was. */
  function replaceFields(form, html) {
    const kept = new FormData(form);
    const { name, selectionStart, selectionEnd } = form.contains(document.activeElement) ? document.activeElement : {};
    // Our own server's markup, escaped there.
    form.querySelector("[data-fields]").innerHTML = html;
    for (const field of form.elements) {
      if (["version", "csrfmiddlewaretoken"].includes(field.name) || !kept.has(field.name)) continue;
      if (field.matches("[type=radio], [type=checkbox]")) field.checked = kept.getAll(field.name).includes(field.value);
      else if (field.name !== "go") field.value = kept.get(field.name);
    }
    const field = name && [...form.elements].find((one) => one.name === name && one.matches("textarea, input"));
    field?.focus({ preventScroll: true });
    if (field?.matches("textarea, [type=text]")) field.setSelectionRange(selectionStart, selectionEnd);
  }

  /* A value of their own came into being: it gets a form of its own, and the one that made it is empty again. */
  function added(sheet, html) {
    const list = root.querySelector("[data-own]");
    list.insertAdjacentHTML("beforeend", html);
    sheet.form.elements.name.value = "";
    const item = list.lastElementChild;
    const { action } = item.querySelector("form");
    const [there] = [...sheets.keys()].filter((form) => form.action === action && form.isConnected);
    // The same name once more is the value that is there already.
    if (there) item.remove();
    else wake(item);
    const details = (there ?? item).closest("details") ?? item.querySelector("details");
    details.open = true;
    details.querySelector("input[type=radio]").focus();
  }

  /* -- Asking ------------------------------------------------------------------------------------------ */

  /* What the server said, or {trouble} in words. */
  async function ask(url, data, again = true) {
    let answer;
    try {
      answer = await fetch(url, { method: "POST", body: data, headers: { Accept: "application/json" }, keepalive: true });
      if (answer.ok && !answer.redirected) return await answer.json();
    } catch {
      return { trouble: LOST };
    }
    if (answer.redirected) return { trouble: LOGGED_OUT };
    if (answer.status === 404) return { trouble: GONE };
    // Who logged in anew in another tab has another token.
    if (answer.status !== 403 || !again) return { trouble: WRONG };
    const trouble = await renewToken(data);
    return trouble ? { trouble } : ask(url, data, false);
  }

  /* A new token for all forms, from this page as it is now; else what is in the way, in words. */
  async function renewToken(data) {
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) return LOGGED_OUT;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const token = page.querySelector("[data-talk] [name=csrfmiddlewaretoken]")?.value;
      if (!token) return WRONG;
      data.set("csrfmiddlewaretoken", token);
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => (field.value = token));
      return "";
    } catch {
      return LOST;
    }
  }

  /* Sends all that waits; true when everything is saved. */
  async function flush() {
    clearTimeout(retryTimer);
    const waiting = [...sheets.values()].filter((sheet) => sheet.waits && sheet.form.isConnected);
    for (const sheet of waiting) if (sheet.isNew && !sheet.flight) sheet.touched = true;
    return (await Promise.all(waiting.map((sheet) => sheet.send()))).every(Boolean);
  }

  /* -- What the page says of it --------------------------------------------------------------------------- */

  function trouble(sheet) {
    if (sheet.trouble) return sheet.trouble;
    if (sheet.conflict) return CONFLICT;
    return sheet.refused ? REFUSED : "";
  }

  function report() {
    const lost = [...sheets.values()].find((sheet) => sheet.trouble)?.trouble ?? "";
    for (const section of root.querySelectorAll("[data-step]")) {
      const own = [...sheets.values()].filter((sheet) => sheet.section === section).map(trouble).find(Boolean);
      const status = section.querySelector("[data-status]");
      // On a ray that nothing is said of yet, too, one sees that the connection is back.
      const text = lost || own || section.dataset.saved || lastSaved;
      status.toggleAttribute("data-lost", Boolean(lost || own));
      if (status.textContent !== text) status.textContent = text;
    }
  }

  function paint(number, level, word) {
    const ray = root.querySelector(`[data-ray="${number}"]`);
    ray.querySelectorAll(".band").forEach((band, place) => {
      const filled = place < level;
      band.setAttribute("fill", filled ? ray.dataset.fill : WHITE);
      band.setAttribute("stroke", filled ? INK : EDGE);
      if (filled) band.removeAttribute("stroke-dasharray");
      else band.setAttribute("stroke-dasharray", "2 6");
    });
    ray.setAttribute("aria-label", `Stråle ${number}: ${ray.dataset.name}, ${word.toLowerCase()}`);
    root.querySelectorAll(`[data-word="${number}"]`).forEach((place) => (place.textContent = word));
  }

  /* -- Steps ------------------------------------------------------------------------------------------------- */

  const current = () => Number(root.querySelector("[data-step]:not([hidden])").dataset.step);

  function go(step) {
    if (step < 1 || step > LAST) return;
    for (const section of root.querySelectorAll("[data-step]")) section.hidden = section.dataset.step !== String(step);
    for (const ray of root.querySelectorAll("[data-ray]")) {
      if (ray.dataset.ray === String(step)) ray.setAttribute("aria-current", "step");
      else ray.removeAttribute("aria-current");
    }
    root.querySelector(".talk-bar [data-done]")?.setAttribute("form", step === LAST ? "talk-form" : `ray-${step}-form`);
    address();
    const heading = document.getElementById(`step-${step}`);
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
    flush();
  }

  /* A page that is fetched anew opens where one was. */
  function address() {
    const big = root.classList.contains("talk-big");
    history.replaceState(null, "", `?straale=${current()}${big ? "&stor=on" : ""}`);
  }

  function showBig(big) {
    root.classList.toggle("talk-big", big);
    address();
  }

  /* -- Leaving: not before all is saved, unless one insists ---------------------------------------------------- */

  let insisted = false;

  async function leave(act) {
    if ((await flush()) || insisted) {
      leaving = true;
      act();
      return;
    }
    insisted = true;
    const stuck = [...sheets.values()].find((sheet) => sheet.waits);
    if (stuck && Number(stuck.section.dataset.step) !== current()) go(Number(stuck.section.dataset.step));
    // On a phone the line that says why stands far below the button that was pressed.
    root.querySelector("[data-step]:not([hidden]) [data-status]").scrollIntoView({ block: "center" });
  }

  const anythingWaits = () => [...sheets.values()].some((sheet) => sheet.form.isConnected && sheet.waits);

  function submit(button) {
    // Sent by the button's own form, which has been saved already: the same again is harmless.
    button.form.requestSubmit(button);
  }

  addEventListener("beforeunload", (event) => {
    if (anythingWaits()) event.preventDefault();
  });

  /* -- What is pressed and typed ---------------------------------------------------------------------------------- */

  document.addEventListener("input", (event) => {
    const sheet = sheets.get(event.target.form);
    if (!sheet) return;
    insisted = false;
    if (event.target.matches("[data-level]") && sheet.section.dataset.step < LAST) {
      paint(sheet.section.dataset.step, Number(event.target.value), event.target.nextElementSibling.textContent);
    }
    sheet.note(event.target.matches("[type=radio], [type=checkbox], [type=date]"));
  });

  document.addEventListener("change", (event) => {
    const sheet = sheets.get(event.target.form);
    if (sheet?.touched && !sheet.isNew) sheet.note(true);
  });

  document.addEventListener("click", (event) => {
    const own = "[data-ray], [data-go], [data-done], [data-over], [data-stands], [data-remove], [data-big]";
    const at = event.target.closest(`${own}, a[href]:not([href^="#"])`);
    if (!at || !root.contains(at) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const sheet = sheets.get(at.form ?? at.closest("form"));
    if (at.matches("[data-ray]")) go(Number(at.dataset.ray));
    else if (at.matches("[data-go]")) go(Number(at.value));
    else if (at.matches("[data-big]")) showBig(!root.classList.contains("talk-big"));
    else if (at.matches("[data-over]")) {
      sheet.conflict = false;
      sheet.touched = true;
      sheet.send();
    } else if (at.matches("[data-stands]")) {
      sheet.drop();
      leave(() => location.reload());
    } else if (at.matches("a")) leave(() => location.assign(at.href));
    else leave(() => submit(at));
  });

  // At the window, before shell.js counts the form as sent: these may be sent again at once.
  addEventListener("submit", (event) => {
    const sheet = sheets.get(event.target);
    if (!sheet && !leaving && anythingWaits()) {
      // A form of another part of the page, which leads away.
      event.preventDefault();
      event.stopImmediatePropagation();
      leave(() => event.target.requestSubmit(event.submitter));
    }
    if (!sheet || event.submitter?.matches("[data-done]")) return;
    // Enter in a field, or the button that adds a value.
    event.preventDefault();
    event.stopImmediatePropagation();
    sheet.touched = true;
    sheet.send();
  }, true);

  document.addEventListener("keydown", (event) => {
    if (document.body.dataset.shortcuts !== "on" || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches(TEXT_FIELDS)) return;
    if (/^[1-5]$/.test(event.key)) go(Number(event.key));
    else if (event.key === "Escape" && root.classList.contains("talk-big")) showBig(false);
    else if (event.target.matches("input")) return;
    else if (event.key === "ArrowRight") go(current() + 1);
    else if (event.key === "ArrowLeft") go(current() - 1);
    else return;
    event.preventDefault();
  });

  addEventListener("online", flush);
  document.addEventListener("visibilitychange", flush);

  /* -- Start --------------------------------------------------------------------------------------------------------- */

  function wake(place) {
    for (const form of place.querySelectorAll("form[data-sheet]")) sheets.set(form, new Sheet(form));
  }

  for (const section of root.querySelectorAll("[data-step]")) {
    section.dataset.saved = section.querySelector("[data-status]").textContent;
  }
  wake(root);
})();
