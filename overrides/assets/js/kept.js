// Lists the sheets that this device keeps, and forgets them: one, or all.
(() => {
  const section = document.querySelector("#kept");
  const list = section.querySelector("ul");
  const all = section.querySelector("[data-forget-all]");
  const said = section.querySelector("[data-said]");
  const prefix = "sheet.";

  function kept() {
    try { return Object.keys(localStorage).filter(key => key.startsWith(prefix)).sort(); } catch { return []; }
  }

  function item(key) {
    const id = key.slice(prefix.length);
    const link = document.querySelector(`.sheets__name a[href="${CSS.escape(id)}/"]`)?.cloneNode(true);
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = section.dataset.forget;
    button.setAttribute("aria-label", section.dataset.forgetIt.replace("{title}", link?.textContent ?? id));
    button.addEventListener("click", () => forget([key]));
    const entry = document.createElement("li");
    entry.append(link ?? id, button); // a sheet that the site no longer has can still be forgotten
    return entry;
  }

  function forget(keys) {
    for (const key of keys) localStorage.removeItem(key);
    show();
    if (!kept().length) said.textContent = section.dataset.forgotten;
    section.focus();
  }

  function show() {
    const keys = kept();
    list.replaceChildren(...keys.map(item));
    for (const part of section.querySelectorAll("[data-some]")) part.hidden = !keys.length;
    said.textContent = keys.length ? "" : section.dataset.none;
  }

  all.addEventListener("click", () => forget(kept()));
  addEventListener("pageshow", show);
})();
