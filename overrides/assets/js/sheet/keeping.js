// Answers are kept beyond the tab only while the reader says so.
(() => {
  const { form, words } = sheet;
  const keep = form.querySelector("[data-keep]");
  const sign = document.querySelector("[data-kept-here]");
  const place = `sheet.${sheet.id}`;

  function show(on) {
    keep.checked = on;
    sign.hidden = !on;
  }

  function kept() {
    try { return JSON.parse(localStorage.getItem(place)); } catch { return null; }
  }

  function store() {
    if (!keep.checked) return;
    try {
      localStorage.setItem(place, JSON.stringify(sheet.record()));
    } catch {
      show(false);
      sheet.say(words.cannot_keep);
    }
  }

  function forget() {
    try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
    show(false);
    sheet.say(words.not_kept);
  }
  sheet.forget = forget;

  keep.addEventListener("change", () => {
    if (!keep.checked) return forget();
    show(true);
    sheet.say(words.kept);
    store();
  });
  document.querySelector("[data-forget]").addEventListener("click", () => {
    forget();
    form.querySelector("header").focus(); // the button is gone
  });
  form.addEventListener("input", store);

  // What was forgotten elsewhere, in another tab or on the page of all sheets, is not kept again from here.
  addEventListener("storage", () => show(keep.checked && kept() !== null));
  addEventListener("pageshow", ({ persisted }) => persisted && show(kept() !== null));

  const found = kept();
  if (found?.answers) {
    show(true);
    sheet.write(found.answers);
  }
})();
