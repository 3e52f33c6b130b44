/* What every page has: keys, dialogs, messages, focus, and care for what was typed.
   Things are found through data- attributes; without this file every page still works. */
"use strict";

(() => {
  const inField = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;
  const openDialog = () => document.querySelector("dialog[open]");

  /* -- Dialogs: a link or button with data-dialog="<id>" ------------------------------------- */

  function showDialog(id, opener) {
    const dialog = document.getElementById(id);
    if (!dialog || !dialog.showModal || dialog.open) return false;
    dialog.showModal();
    (dialog.querySelector("[autofocus]") || dialog.querySelector("h2"))?.focus();
    // The browser returns focus to what had it; a key pressed on the page has no opener.
    dialog.addEventListener("close", () => opener?.focus(), { once: true });
    return true;
  }

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener && showDialog(opener.dataset.dialog, opener)) event.preventDefault();

    const closer = event.target.closest("[data-close-dialog]");
    if (closer) {
      event.preventDefault();
      closer.closest("dialog")?.close();
    }

    const message = event.target.closest("[data-close-message]");
    if (message) {
      message.closest("[data-message]").remove();
      document.getElementById("main")?.focus();
    }

    // A press beside an open menu closes it.
    document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  /* -- Keys: one letter, outside fields, unless switched off on the account ---------------------- */

  let waitsForPlace = false;

  function pressed(key) {
    if (waitsForPlace) {
      waitsForPlace = false;
      return document.querySelector(`[data-letter="${CSS.escape(key)}"]`);
    }
    if (key === "l") return document.querySelector("[data-log]");
    if (key === "k") return document.querySelector("[data-log-contact]");
    // What the page itself has a letter for.
    return document.querySelector(`[data-page-key="${CSS.escape(key)}"]`);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const menu = document.querySelector("details[data-menu][open]");
      if (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
      return;
    }
    if (document.body.dataset.shortcuts !== "on" || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (inField(event.target) || openDialog()) return;

    const key = event.key.toLowerCase();
    if (key === "/") {
      const search = document.querySelector("[data-search]");
      if (!search) return;
      event.preventDefault();
      search.focus();
      search.select();
    } else if (key === "?") {
      if (showDialog("shortcuts", null)) event.preventDefault();
    } else if (key === "g" && !waitsForPlace) {
      waitsForPlace = true;
      setTimeout(() => (waitsForPlace = false), 1500);
    } else {
      const link = pressed(key);
      if (!link) return;
      event.preventDefault();
      link.click();
    }
  });

  /* -- Focus: to what went wrong, and never lost after a swap -------------------------------------- */

  function focusErrors(root) {
    const summary = root.querySelector("[data-error-summary]");
    if (!summary) return false;
    summary.focus();
    return true;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-error-summary] a");
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const field = target.matches("input, select, textarea") ? target : target.querySelector("input");
    target.scrollIntoView({ block: "center" });
    (field || target).focus();
  });

  function focusNearest(root) {
    const heading = root.matches("h1, h2, h3") ? root : root.querySelector("h1, h2, h3");
    const place = heading || document.querySelector("#main h1") || document.getElementById("main");
    if (!place) return;
    place.setAttribute("tabindex", "-1");
    place.focus({ preventScroll: true });
  }

  let hadFocus = false;
  document.addEventListener("htmx:beforeSwap", (event) => {
    hadFocus = event.detail.target?.contains(document.activeElement) ?? false;
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    wake(event.detail.elt);
    if (focusErrors(event.detail.elt)) {
      if (!document.title.startsWith("Fejl: ")) document.title = `Fejl: ${document.title}`;
      return;
    }
    document.title = document.title.replace(/^Fejl: /, "");
    if (hadFocus && (!document.activeElement || document.activeElement === document.body)) {
      focusNearest(event.detail.elt);
    }
    hadFocus = false;
  });
  document.addEventListener("htmx:oobAfterSwap", (event) => wake(event.detail.target));

  /* -- No answer: say so, and leave what was typed ------------------------------------------------ */

  const NO_ANSWER = "Ingen forbindelse.";
  const WENT_WRONG = "Noget gik galt hos os.";
  const KEPT = "Det, du skrev, er her stadig.";

  function say(what, event) {
    const region = document.getElementById("messages");
    if (!region) return;
    // A part of a page in which nothing is typed has words of its own for what is safe.
    const kept = event.target.closest?.("[data-kept]")?.dataset.kept ?? KEPT;
    region.querySelector("[data-no-answer]")?.remove();
    const alert = document.getElementById("no-answer").content.firstElementChild.cloneNode(true);
    alert.dataset.noAnswer = "";
    alert.querySelector(".alert-text").textContent = `${what} ${kept} Prøv igen.`;
    region.append(alert);
    region.scrollIntoView({ block: "nearest" });
  }

  document.addEventListener("htmx:sendError", (event) => say(NO_ANSWER, event));
  document.addEventListener("htmx:timeout", (event) => say(NO_ANSWER, event));
  document.addEventListener("htmx:responseError", (event) => {
    if (event.detail.xhr.status >= 500) say(WENT_WRONG, event);
  });
  document.addEventListener("htmx:afterRequest", (event) => {
    release(event.detail.elt);
    if (event.detail.successful) document.querySelector("[data-no-answer]")?.remove();
  });

  /* -- A form is sent once: the second press of the button does nothing --------------------------------- */

  const sent = new WeakSet();

  function release(form) {
    sent.delete(form);
    form.querySelectorAll?.("button[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  }

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (sent.has(form)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    sent.add(form);
    event.submitter?.setAttribute("aria-busy", "true");
    // A download or a stopped request leaves the page standing; then the form may be sent again.
    setTimeout(() => release(form), 8000);
  }, true);
  // Back from the next page: the browser may show this one as it was left.
  addEventListener("pageshow", () => {
    document.querySelectorAll("form").forEach(release);
  });

  /* -- Start ------------------------------------------------------------------------------------------------ */

  // Buttons that do nothing without this script stand hidden in the page.
  function wake(root) {
    root?.querySelectorAll?.("button[data-dialog][hidden], button[data-close-message][hidden]")
      .forEach((button) => (button.hidden = false));
  }

  wake(document);
  focusErrors(document);
})();
