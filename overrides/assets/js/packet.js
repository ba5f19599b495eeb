// What of a packet is done stays in this tab, and on this device only while the reader says so. The answer to a
// question opens once it has been answered.
(() => {
  const list = document.querySelector("[data-packet]");
  const boxes = [...list.querySelectorAll("[data-done]")];
  const keep = list.querySelector("[data-keep-done]");
  const forget = list.querySelector("[data-forget]");
  const said = list.querySelector("[data-said]");
  const words = JSON.parse(list.dataset.words);
  let trouble = ""; // why nothing can be kept, which stays before whatever else is said
  const place = `packet.${list.dataset.packet}`;

  function kept() {
    try { return JSON.parse(localStorage.getItem(place)); } catch { return null; }
  }

  function store() {
    try {
      if (keep.checked) localStorage.setItem(place, JSON.stringify(boxes.filter(box => box.checked).map(box => box.value)));
      else localStorage.removeItem(place);
      if (keep.checked) trouble = "";
    } catch {
      try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
      keep.checked = false;
      trouble = words.cannot_keep;
    }
    count();
    forget.hidden = !keep.checked;
  }

  function count() {
    const n = boxes.filter(box => box.checked).length;
    const progress = n ? words.progress.replace("{n}", n).replace("{total}", boxes.length) : "";
    said.textContent = [trouble, progress].filter(Boolean).join(" ");
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

  // What was forgotten in another tab, or on the page of all worksheets, is not kept again from here.
  function follow() {
    keep.checked = keep.checked && kept() !== null;
    forget.hidden = !keep.checked;
  }
  addEventListener("storage", follow);
  addEventListener("pageshow", ({ persisted }) => persisted && follow());

  const found = kept();
  keep.checked = Array.isArray(found);
  for (const box of boxes) box.checked = keep.checked && found.includes(box.value);
  forget.hidden = !keep.checked;
  count();

  for (const question of list.querySelectorAll(".packet__question")) {
    question.addEventListener("change", () => { question.querySelector("details").open = true; });
  }
})();
