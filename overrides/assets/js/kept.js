// Lists the sheets that this device keeps, and forgets them: one, or all.
(() => {
  const section = document.querySelector("#kept");
  const list = section.querySelector("ul");
  const all = section.querySelector("[data-forget-all]");
  const said = section.querySelector("[data-said]");
  const packets = section.querySelector("template").content;
  const ours = /^(sheet|packet)\./;

  function kept() {
    try { return Object.keys(localStorage).filter(key => ours.test(key)).sort(); } catch { return []; }
  }

  function linkTo(key, id) {
    if (key.startsWith("packet.")) return packets.querySelector(`[data-packet="${CSS.escape(id)}"]`);
    return document.querySelector(`[data-add][value="${CSS.escape(id)}"]`)?.closest("li").querySelector("a");
  }

  function item(key) {
    const id = key.replace(ours, "");
    const link = linkTo(key, id)?.cloneNode(true);
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
