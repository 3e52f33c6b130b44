/* The actor picker as a combobox, and the keys of the two quick logs. Without this file the same form works
   with checkboxes, a search button and radios. Nothing chosen lives here: it is ticked in the page. */
"use strict";

(() => {
  const WAIT = 120;
  const LOST = "Ingen forbindelse. Det, du skrev, er her stadig. Prøv igen.";
  const TEXT_FIELDS = "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select";
  const pickers = new WeakMap();
  const keysAreOn = () => document.body.dataset.shortcuts === "on";

  /* -- The picker -------------------------------------------------------------------------------- */

  class Picker {
    constructor(root) {
      this.root = root;
      this.list = root.querySelector("[data-picker-list]");
      this.search = root.querySelector("[data-picker-search]");
      this.results = root.querySelector("[data-picker-results]");
      this.status = root.querySelector("[data-picker-status]");
      this.options = [];
      this.active = -1;
      // The text that the shown results answer, or null while none are shown.
      this.answered = null;
      // Names that Enter was pressed on before their answer came, one after another; true while all were found.
      this.taking = Promise.resolve(true);
      this.awaited = 0;
      // Else this button, first in the form, would be what Enter presses.
      root.querySelector("[data-picker-button]").remove();
      for (const [name, value] of Object.entries({
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": "actor-options",
      })) this.search.setAttribute(name, value);
      this.search.addEventListener("input", () => this.typed());
      this.search.addEventListener("keydown", (event) => this.key(event));
      this.search.addEventListener("blur", (event) => {
        if (!root.contains(event.relatedTarget)) this.close();
      });
      // The search keeps the focus when an option is pressed.
      this.results.addEventListener("mousedown", (event) => {
        if (event.target.closest("[role=option]")) event.preventDefault();
      });
      this.results.addEventListener("click", (event) => {
        const option = event.target.closest("[role=option]");
        if (option) this.choose(option);
      });
      this.list.addEventListener("change", (event) => {
        this.changed(event.target.checked ? `${event.target.dataset.name} er valgt.` : `${event.target.dataset.name} er valgt fra.`);
      });
      this.fillCoordinator();
    }

    ticked() {
      return [...this.list.querySelectorAll("input:checked")];
    }

    say(text) {
      this.status.textContent = text;
    }

    /* Asking */

    typed() {
      clearTimeout(this.timer);
      this.request?.abort();
      if (!this.search.value.trim()) return this.close();
      this.timer = setTimeout(() => this.ask(), WAIT);
    }

    async ask() {
      clearTimeout(this.timer);
      this.request?.abort();
      const request = (this.request = new AbortController());
      const text = this.search.value.trim();
      try {
        this.show(await this.fetch(text, request.signal), text);
      } catch (error) {
        if (error.name !== "AbortError") this.lose();
      }
    }

    async fetch(text, signal) {
      const answer = await fetch(`${this.root.dataset.url}?q=${encodeURIComponent(text)}`, { signal });
      if (!answer.ok || answer.redirected) throw new Error("no answer");
      return answer.text();
    }

    lose() {
      const hint = document.createElement("p");
      hint.className = "hint";
      hint.textContent = LOST;
      this.results.replaceChildren(hint);
      this.open();
      this.say(LOST);
    }

    show(html, text) {
      // Our own server's markup, escaped there; scripts in it would not run anyway.
      this.results.innerHTML = html;
      this.options = this.notChosen(this.results);
      this.answered = text;
      this.open();
      this.point(this.options.length ? 0 : -1);
      this.say(this.options.length ? `${this.options.length} forslag. Enter vælger ${this.options[0].dataset.name}.` : "Ingen aktører passer.");
    }

    /* The options of an answer that can still be chosen; the others are hidden. */
    notChosen(results) {
      const chosen = new Set(this.ticked().map((input) => input.value));
      const options = [...results.querySelectorAll("[role=option]")];
      for (const option of options) option.hidden = chosen.has(option.dataset.id);
      return options.filter((option) => !option.hidden);
    }

    open() {
      this.results.hidden = false;
      this.search.setAttribute("aria-expanded", String(this.options.length > 0));
    }

    close() {
      this.results.hidden = true;
      this.results.replaceChildren();
      this.options = [];
      this.active = -1;
      this.answered = null;
      this.search.setAttribute("aria-expanded", "false");
      this.search.removeAttribute("aria-activedescendant");
    }

    point(place) {
      this.options[this.active]?.setAttribute("aria-selected", "false");
      this.active = place;
      const option = this.options[place];
      if (!option) return this.search.removeAttribute("aria-activedescendant");
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.search.setAttribute("aria-activedescendant", option.id);
    }

    /* Choosing */

    choose(option) {
      this.search.value = "";
      this.close();
      this.goOn();
      this.tick(option);
    }

    /* Where one is enough the next field has its turn; else the search waits for the next name. */
    goOn() {
      (document.getElementById(this.root.dataset.pickerNext) ?? this.search).focus();
    }

    tick(option) {
      const { id } = option.dataset;
      let input = this.list.querySelector(`input[value="${CSS.escape(id)}"]`);
      if (!input) {
        this.list.append(option.querySelector("template").content.cloneNode(true));
        input = this.list.querySelector(`input[value="${CSS.escape(id)}"]`);
      }
      input.checked = true;
      // The list says so, and what follows the choice is fetched.
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }

    changed(text) {
      const amount = this.ticked().length;
      this.say(`${text} ${amount === 1 ? "1 aktør" : `${amount} aktører`} i alt.`);
      this.fillCoordinator();
    }

    /* The tovholder is one of the chosen, so the box follows them. */
    fillCoordinator() {
      const box = this.root.closest("form").querySelector("select[name=coordinator]");
      if (!box) return;
      const before = box.value;
      box.replaceChildren(box.options[0], ...this.ticked().map((input) => new Option(input.dataset.name, input.value)));
      box.value = before;
      if (box.selectedIndex < 0) box.selectedIndex = 0;
    }

    /* Keys */

    key(event) {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      const text = this.search.value.trim();
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        this.move(event.key === "ArrowDown" ? 1 : -1, text);
      } else if (event.key === "Escape" && !this.results.hidden) {
        event.preventDefault();
        event.stopPropagation();
        this.close();
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (text) this.take(text);
        else save(this.root.closest("form"));
      } else if (!this.search.value && chooseForm(event.key)) {
        event.preventDefault();
      }
    }

    move(step, text) {
      if (this.results.hidden) return text && this.ask();
      const amount = this.options.length;
      if (amount) this.point((this.active + step + amount) % amount);
    }

    take(text) {
      if (this.answered === text && !this.results.hidden) {
        if (this.options[this.active]) this.choose(this.options[this.active]);
        return;
      }
      // Enter came before the answer: the field is free for the next name while this one is looked up.
      clearTimeout(this.timer);
      this.request?.abort();
      this.search.value = "";
      this.close();
      this.goOn();
      // After a miss the next name begins anew.
      if (!this.awaited) this.taking = Promise.resolve(true);
      this.awaited += 1;
      this.taking = this.taking.then((found) => this.takeFirst(text, found)).finally(() => (this.awaited -= 1));
    }

    /* Ticks the first suggestion for the text; when there is none, the text comes back into the field. */
    async takeFirst(text, foundBefore) {
      let html = null;
      try {
        html = await this.fetch(text);
      } catch {
        // Told below.
      }
      const answer = document.createElement("div");
      answer.innerHTML = html ?? "";
      const [first] = this.notChosen(answer);
      if (first) {
        this.tick(first);
        return foundBefore;
      }
      if (!this.search.value) this.search.value = text;
      this.search.focus();
      if (html === null) this.lose();
      else if (this.search.value === text) this.show(html, text);
      else this.say(`Ingen aktører passer på »${text}«.`);
      return false;
    }
  }

  /* -- The five forms and saving ---------------------------------------------------------------------- */

  function chooseForm(key) {
    if (!keysAreOn() || !/^[1-5]$/.test(key)) return false;
    const radio = document.querySelector(`[data-log-form] input[data-key="${key}"]`);
    if (!radio) return false;
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    // A search that is being used keeps the focus; otherwise Enter on the radio saves.
    if (!document.activeElement?.matches("[data-picker-search]")) radio.focus();
    const status = document.querySelector("[data-picker-status]");
    if (status) status.textContent = `${radio.dataset.formChoice} er valgt. Enter gemmer.`;
    return true;
  }

  function save(form) {
    if (form.matches("[data-log-form]")) form.querySelector("[data-save]").click();
  }

  // Saving waits until the names are looked up, and does not happen when one was not found.
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-save]");
    const picker = button && pickers.get(button.form.querySelector("[data-picker]"));
    if (!picker?.awaited) return;
    event.preventDefault();
    event.stopPropagation();
    if (await picker.taking) button.click();
  }, true);

  document.addEventListener("keydown", (event) => {
    const form = document.querySelector("[data-log-form]");
    if (!form || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches(TEXT_FIELDS)) return;
    if (chooseForm(event.key)) {
      event.preventDefault();
    } else if (event.key === "Enter" && event.target === document.body) {
      save(form);
    } else if (event.key === "Escape") {
      document.querySelector("[data-close-log]")?.click();
    }
  });

  // On the edit page the guidance follows the chosen form.
  document.addEventListener("change", (event) => {
    if (!event.target.matches("input[name=how]")) return;
    for (const guide of document.querySelectorAll("[data-guide]")) {
      guide.open = guide.dataset.guide === event.target.value;
    }
  });

  /* -- Start, and again when htmx has put in a new form -------------------------------------------------- */

  function start() {
    for (const root of document.querySelectorAll("[data-picker]:not([data-awake])")) {
      root.dataset.awake = "";
      pickers.set(root, new Picker(root));
    }
  }

  start();
  document.addEventListener("htmx:afterSettle", start);
  // With a mouse at hand there are keys too; on a phone the keyboard would hide whom one met last.
  if (matchMedia("(hover: hover) and (pointer: fine)").matches && !document.querySelector("[data-error-summary]")) {
    const picker = document.querySelector("[data-log-form] [data-picker]");
    const next = picker?.querySelector("[data-picker-list] input:checked") && document.getElementById(picker.dataset.pickerNext);
    (next || picker?.querySelector("[data-picker-search]"))?.focus();
  }
})();
