// Answers are kept beyond the tab only while the reader says so.
(() => {
  const { form, words } = sheet;
  const keep = form.querySelector("[data-keep]");
  const sign = document.querySelector("[data-kept-here]");
  const place = `sheet.${sheet.id}`;

  // The sheet may have had other names: what this device keeps under one of them goes along to its own.
  for (const name of sheet.namesBefore) {
    try {
      const before = localStorage.getItem(`sheet.${name}`);
      if (before !== null && localStorage.getItem(place) === null) {
        localStorage.setItem(place, before);
        localStorage.removeItem(`sheet.${name}`);
      }
    } catch { /* nothing can be kept, and nothing is lost */ }
  }

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
      sheet.warn("");
    } catch {
      const before = kept() !== null; // it stays, and can be forgotten
      show(before);
      sheet.warn(before ? words.no_room : words.cannot_keep);
    }
  }

  function forget() {
    try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
    show(false);
    sheet.warn("");
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
  form.addEventListener("input", ({ target }) => target !== keep && store()); // the sign itself says so by "change"

  // What was forgotten elsewhere, in another tab or on the page of all sheets, is not kept again from here.
  addEventListener("storage", () => show(keep.checked && kept() !== null));
  addEventListener("pageshow", ({ persisted }) => persisted && show(kept() !== null));

  const answers = sheet.answersOf(kept());
  if (answers) {
    show(true);
    sheet.write(answers);
  }
})();
