// What of a packet is done, and what was answered, stays in this tab; what is done stays on this device as well only while
// the reader says so. The answer to a question opens once it has been answered.
(() => {
  const list = document.querySelector("[data-packet]");
  const boxes = [...list.querySelectorAll("[data-done]")];
  const options = [...list.querySelectorAll(".packet__question input")];
  const keep = list.querySelector("[data-keep-done]");
  const forget = list.querySelector("[data-forget]");
  const said = list.querySelector("[data-said]");
  const words = JSON.parse(list.dataset.words);
  let trouble = ""; // why nothing can be kept, which stays before whatever else is said
  let stored = false; // whether this tab holds something of the packet
  const place = `packet.${list.dataset.packet}`;
  const done = () => boxes.filter(box => box.checked).map(box => box.value);
  const chosen = () => Object.fromEntries(options.filter(option => option.checked).map(option => [option.name, option.value]));

  function kept() {
    try { return JSON.parse(localStorage.getItem(place)); } catch { return null; }
  }

  function storeInTab() {
    const state = { done: done(), chosen: chosen() };
    stored = state.done.length > 0 || Object.keys(state.chosen).length > 0;
    if (!tab.keep(place, stored ? state : null)) trouble = words.cannot_keep;
  }

  function store() {
    try {
      if (keep.checked) localStorage.setItem(place, JSON.stringify(done()));
      else localStorage.removeItem(place);
      if (keep.checked) trouble = "";
    } catch {
      try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
      keep.checked = false;
      trouble = words.cannot_keep;
    }
    storeInTab();
    count();
    forget.hidden = !keep.checked;
  }

  function count() {
    const n = done().length;
    const progress = n ? words.progress.replace("{n}", n).replace("{total}", boxes.length) : "";
    said.textContent = [trouble, progress].filter(Boolean).join(" ");
  }

  function show({ done = [], chosen = {} }) {
    for (const box of boxes) box.checked = done.includes(box.value);
    for (const option of options) option.checked = chosen[option.name] === option.value;
    for (const one of list.querySelectorAll(".packet__question:has(:checked) details")) one.open = true;
    count();
  }

  for (const box of boxes) box.addEventListener("change", store);
  keep.addEventListener("change", store);
  forget.addEventListener("click", () => {
    for (const box of [keep, ...boxes]) box.checked = false;
    trouble = "";
    store();
    said.textContent = words.forgotten;
    keep.focus(); // the button is gone
  });
  for (const question of list.querySelectorAll(".packet__question")) {
    question.addEventListener("change", () => {
      question.querySelector("details").open = true;
      storeInTab();
    });
  }

  // What was done in another tab is done here; what was forgotten there, or on the page of all worksheets, is not kept again.
  function follow() {
    const found = kept();
    keep.checked = keep.checked && Array.isArray(found);
    forget.hidden = !keep.checked;
    if (keep.checked) show({ done: found, chosen: chosen() });
  }
  addEventListener("storage", follow);
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    follow();
    if (stored && !keep.checked && tab.kept(place) === null) show({}); // this tab was wiped since then
  });

  const found = kept();
  const here = tab.kept(place) ?? {};
  keep.checked = Array.isArray(found);
  show({ ...here, done: keep.checked ? found : here.done });
  forget.hidden = !keep.checked;
  storeInTab();
})();
