/* Minutes that save as one goes, with several who write. What is typed lives in the page until the server has
   said that it is saved: when the connection is cut it is sent again. What others write comes by itself into
   fields that one has not touched. Without this file each item is a plain form. */
"use strict";

(() => {
  const root = document.querySelector("[data-minutes]");
  if (!root) return;

  const PAUSE = 1200;
  const RETRY = 4000;
  const NEWS = 5000;
  const LOST = "Ingen forbindelse. Det, du skrev, er her stadig.";
  const WRONG = "Noget gik galt hos os. Det, du skrev, er her stadig.";
  const LOGGED_OUT = "Du er logget ud. Det, du skrev, er her stadig. Log ind i en ny fane.";
  const CONFLICT = "En anden har skrevet imens. Vælg herover, hvad der skal stå.";
  const REFUSED = "Ikke gemt. Se, hvad der skal rettes.";

  const sheets = new Map();
  let retryTimer = null;
  let insisted = false;

  /* -- One item, and what of it is not saved yet ------------------------------------------------------- */

  class Sheet {
    constructor(form) {
      this.form = form;
      this.touched = this.refused = false;
      this.flight = this.busy = null;
      this.conflict = Boolean(form.querySelector("[data-conflict]"));
      this.refused = this.conflict || Boolean(form.querySelector("[aria-invalid]"));
      this.saved = this.status.textContent;
      this.base = this.texts();
      form.querySelectorAll("[data-by-hand]").forEach((button) => button.remove());
    }

    get status() {
      return this.form.querySelector("[data-status]");
    }

    get fields() {
      return [...this.form.elements].filter((field) => ["text", "proposal", "decision"].includes(field.name));
    }

    get waits() {
      return this.touched || this.flight !== null || this.refused;
    }

    texts() {
      return Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
    }

    note() {
      this.touched = true;
      clearTimeout(this.timer);
      if (!this.conflict) this.timer = setTimeout(() => this.send(), PAUSE);
    }

    /* Whether all is saved. Two who ask at once wait for the same answer. */
    send(button) {
      clearTimeout(this.timer);
      this.busy ??= this.run(button).finally(() => (this.busy = null));
      return this.busy;
    }

    async run(button) {
      while (this.flight || button || (this.touched && !this.conflict)) {
        if (!this.flight) {
          this.flight = new FormData(this.form, button);
          this.touched = false;
          button = null;
        }
        const answer = await ask(this.form.action, this.flight);
        if (answer.trouble) return this.lose(answer.trouble);
        const sent = this.flight;
        this.flight = null;
        if (!answer.saved) return this.refuse(answer);
        this.keep(answer, sent);
      }
      return !this.refused;
    }

    lose(text) {
      this.say(text, true);
      clearTimeout(retryTimer);
      retryTimer = setTimeout(flush, RETRY);
      return false;
    }

    keep(answer, sent) {
      if (this.refused) this.tidy();
      this.refused = this.conflict = false;
      this.saved = answer.at || this.saved;
      for (const field of this.fields) this.adopt(field, answer, sent.get(field.name).replaceAll("\r\n", "\n"));
      this.say(this.saved);
    }

    /* What stands now comes into a field that says what the server was told; else one is still typing there. */
    adopt(field, answer, told) {
      const stands = answer.stands[field.name];
      const kept = stands.trim() === told.trim();
      if (!kept && field.value !== told) return;
      if (!kept) put(field, stands);
      this.form.elements[`seen_${field.name}`].value = answer.marks[field.name];
      this.base[field.name] = kept ? told : stands;
    }

    /* Somebody else wrote: new texts into all fields, none of which one has touched. */
    hear(news) {
      if (this.waits || this.fields.some((field) => field.value !== this.base[field.name])) return;
      this.saved = news.at || this.saved;
      for (const field of this.fields) this.adopt(field, news, field.value);
      this.say(this.saved);
    }

    refuse(answer) {
      this.refused = true;
      this.conflict = answer.conflict;
      replaceFields(this.form, answer.html);
      this.say(this.conflict ? CONFLICT : REFUSED, true);
      return false;
    }

    tidy() {
      const marks = ".error-summary, .field-error, [data-error-summary]";
      this.form.querySelectorAll(`[data-fields] :is(${marks})`).forEach((one) => one.remove());
      this.form.querySelectorAll(".field-wrong").forEach((field) => field.classList.remove("field-wrong"));
      this.form.querySelectorAll("[aria-invalid]").forEach((field) => field.removeAttribute("aria-invalid"));
    }

    say(text, lost = false) {
      this.status.toggleAttribute("data-lost", lost);
      if (this.status.textContent !== text) this.status.textContent = text;
    }
  }

  /* A new text in a field, with the cursor where it was. */
  function put(field, text) {
    const { selectionStart, selectionEnd } = field;
    field.value = text;
    if (field === document.activeElement) field.setSelectionRange(selectionStart, selectionEnd);
  }

  /* New markup for the fields of a form, with what stands in them now and the cursor where it was. */
  function replaceFields(form, html) {
    const kept = new FormData(form);
    const { name, selectionStart, selectionEnd } = form.contains(document.activeElement) ? document.activeElement : {};
    // Our own server's markup, escaped there.
    form.querySelector("[data-fields]").innerHTML = html;
    for (const field of form.querySelectorAll("textarea")) if (kept.has(field.name)) field.value = kept.get(field.name);
    const field = name && [...form.elements].find((one) => one.name === name && one.matches("textarea"));
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(selectionStart, selectionEnd);
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
    // Who logged in anew in another tab has another token.
    if (answer.status !== 403 || !again) return { trouble: WRONG };
    const trouble = await renewToken(data);
    return trouble ? { trouble } : ask(url, data, false);
  }

  async function renewToken(data) {
    try {
      const answer = await fetch(location.href);
      if (answer.redirected) return LOGGED_OUT;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const token = page.querySelector("[data-minutes] [name=csrfmiddlewaretoken]")?.value;
      if (!token) return WRONG;
      data.set("csrfmiddlewaretoken", token);
      document.querySelectorAll("[name=csrfmiddlewaretoken]").forEach((field) => (field.value = token));
      return "";
    } catch {
      return LOST;
    }
  }

  const waiting = () => [...sheets.values()].filter((sheet) => sheet.waits);

  /* Sends all that waits; true when everything is saved. */
  async function flush() {
    clearTimeout(retryTimer);
    return (await Promise.all(waiting().map((sheet) => sheet.send()))).every(Boolean);
  }

  async function listen() {
    try {
      const address = `${root.dataset.news}?v=${root.dataset.version}`;
      const answer = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
      if (answer.status === 200 && !answer.redirected) hear(await answer.json());
    } catch {
      // What one types says that the connection is gone.
    }
    setTimeout(listen, NEWS);
  }

  function hear(news) {
    root.dataset.version = news.v;
    const here = [...sheets.values()];
    for (const sheet of here) if (news.notes[sheet.form.dataset.sheet]) sheet.hear(news.notes[sheet.form.dataset.sheet]);
    const gone = here.some((sheet) => !news.notes[sheet.form.dataset.sheet]);
    const added = Object.keys(news.notes).some((key) => !document.getElementById(`punkt-${key}`));
    root.querySelector("[data-stale]").hidden = news.state === "draft" && !gone && !added;
  }

  /* -- Leaving: not before all is saved, unless one insists ------------------------------------------------ */

  async function leave(act) {
    if ((await flush()) || insisted) {
      for (const sheet of sheets.values()) {
        sheet.touched = sheet.refused = false;
        sheet.flight = null;
      }
      act();
      return;
    }
    insisted = true;
    waiting()[0]?.status.scrollIntoView({ block: "center" });
  }

  addEventListener("beforeunload", (event) => {
    if (waiting().length) event.preventDefault();
  });

  document.addEventListener("input", (event) => {
    insisted = false;
    sheets.get(event.target.form)?.note();
  });

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href]:not([href^="#"])');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.target) return;
    const sheet = link.matches("[data-stands]") ? sheets.get(link.closest("form")) : null;
    if (sheet) sheet.touched = sheet.refused = sheet.conflict = false;
    if (!sheet && !waiting().length) return;
    event.preventDefault();
    leave(() => (sheet ? location.reload() : location.assign(link.href)));
  });

  // At the window, before shell.js counts the form as sent: these may be sent again at once.
  addEventListener("submit", (event) => {
    const sheet = sheets.get(event.target);
    if (!sheet && !waiting().length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!sheet) {
      leave(() => event.target.requestSubmit(event.submitter));
      return;
    }
    sheet.conflict = false;
    sheet.touched = true;
    sheet.send(event.submitter);
  }, true);

  addEventListener("online", flush);
  document.addEventListener("visibilitychange", flush);

  /* -- Start --------------------------------------------------------------------------------------------------- */

  for (const form of root.querySelectorAll("form[data-sheet]")) sheets.set(form, new Sheet(form));
  if (root.dataset.news) setTimeout(listen, NEWS);
})();
