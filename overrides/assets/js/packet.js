// What of a packet is done stays in this tab, and on this device only while the reader says so. The answer to a
// question opens once it has been answered.
(() => {
  const list = document.querySelector("[data-packet]");
  const boxes = [...list.querySelectorAll("[data-done]")];
  const keep = list.querySelector("[data-keep-done]");
  const said = list.querySelector("[data-said]");
  const place = `packet.${list.dataset.packet}`;

  function kept() {
    try { return JSON.parse(localStorage.getItem(place)); } catch { return null; }
  }

  function store() {
    try {
      if (keep.checked) localStorage.setItem(place, JSON.stringify(boxes.filter(box => box.checked).map(box => box.value)));
      else localStorage.removeItem(place);
    } catch {
      keep.checked = false;
      said.textContent = list.dataset.cannotKeep;
    }
  }

  function count() {
    const n = boxes.filter(box => box.checked).length;
    said.textContent = n ? list.dataset.progress.replace("{n}", n).replace("{total}", boxes.length) : "";
  }

  for (const box of boxes) box.addEventListener("change", () => { count(); store(); });
  keep.addEventListener("change", store);

  const found = kept();
  if (Array.isArray(found)) {
    keep.checked = true;
    for (const box of boxes) box.checked = found.includes(box.value);
    count();
  }

  for (const question of list.querySelectorAll(".packet__question")) {
    question.addEventListener("change", () => { question.querySelector("details").open = true; });
  }
})();
