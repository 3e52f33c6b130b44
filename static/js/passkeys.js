/* Passkeys: makes or reads one in the browser and sends the answer with the form around the button.
   <form data-passkey="login | authenticate | add" data-options="…">; the package's webauthn-json.js
   turns the server's options into what the browser wants, and back. */
"use strict";

(() => {
  const STOPPED = "Der blev ikke brugt en nøgle. Prøv igen, eller vælg en anden måde.";

  function say(form, text) {
    form.querySelector("[data-passkey-error]")?.remove();
    const error = document.createElement("p");
    error.className = "field-error";
    error.setAttribute("role", "alert");
    error.dataset.passkeyError = "";
    error.textContent = text;
    form.append(error);
  }

  /* A key that logs in alone must be kept in the authenticator and must know its owner. */
  function creationOptions(form) {
    const options = JSON.parse(form.dataset.options).creation_options;
    const alone = form.querySelector("[name=passwordless]")?.checked ?? false;
    const wanted = options.publicKey.authenticatorSelection;
    wanted.residentKey = alone ? "required" : "discouraged";
    wanted.requireResidentKey = alone;
    if (alone) wanted.userVerification = "required";
    return options;
  }

  async function loginOptions(form) {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) throw new Error(`Options for a passkey: ${answer.status}`);
    return (await answer.json()).request_options;
  }

  const ways = {
    add: (form) => webauthnJSON.create(creationOptions(form)),
    authenticate: (form) => webauthnJSON.get(JSON.parse(form.dataset.options).request_options),
    login: async (form) => webauthnJSON.get(await loginOptions(form)),
  };

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const button = form.querySelector("button");
    form.hidden = button.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      button.setAttribute("aria-busy", "true");
      try {
        const credential = await ways[form.dataset.passkey](form);
        form.querySelector("[name=credential]").value = JSON.stringify(credential);
        form.submit();
      } catch {
        // The user closed the browser's question, or there is no key: not a fault of the page.
        say(form, STOPPED);
      } finally {
        button.removeAttribute("aria-busy");
      }
    });
  });
})();
