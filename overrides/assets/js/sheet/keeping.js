// Where answers are: in this tab, and on this device as well only while the reader says so. Each carries the moment of its
// last change, so that of two tabs with one sheet the later change of a field holds in both.
(() => {
  const { form, words } = sheet;
  const keep = form.querySelector("[data-keep]");
  const where = form.querySelector("[data-where]");
  const { place } = sheet;
  let last = {}; // the answers when they were looked at last
  let changed = {}; // when each of them changed, also those that are gone
  let stored = false; // whether this tab holds something of the sheet
  let full = false; // whether this tab took nothing more

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

  // What was stored, if it is a record of answers.
  function read(text) {
    try {
      const record = JSON.parse(text);
      return sheet.answersOf(record) && Object.values(record.changed ?? {}).every(Number.isFinite) ? record : null;
    } catch {
      return null;
    }
  }
  function onDevice() {
    try { return localStorage.getItem(place); } catch { return null; }
  }

  function show(on) {
    keep.checked = on;
    const place = on ? where.dataset.device : tab.open ? where.dataset.tab : where.dataset.page;
    const said = [place, sheet.trouble()].filter(Boolean).join(" ");
    if (where.textContent !== said) where.textContent = said;
  }

  function stamp() {
    const { answers } = sheet.record();
    for (const name of new Set([...Object.keys(last), ...Object.keys(answers)])) {
      if (answers[name] !== last[name]) changed[name] = Date.now();
    }
    last = answers;
  }

  // Brings in each answer that changed later in another tab, or than this tab or device held it, and is no change of now.
  function take({ answers, changed: times = {} }) {
    const when = (times, answers, name) => times[name] ?? (Object.hasOwn(answers, name) ? 0 : -1);
    const all = sheet.record().answers;
    const later = Object.keys({ ...answers, ...times }).filter(name => when(times, answers, name) > when(changed, all, name));
    if (!later.length) return;
    for (const name of later) {
      changed[name] = when(times, answers, name);
      if (Object.hasOwn(answers, name)) all[name] = answers[name];
      else delete all[name];
    }
    last = all;
    sheet.write(all);
  }

  const record = () => ({ ...sheet.record(), changed });
  const holds = () => Object.keys(last).length > 0;

  function storeInTab() {
    const went = tab.keep(place, holds() ? record() : null);
    if (went) stored = holds();
    if (went ? full : !keep.checked) sheet.warn(went ? "" : stored ? words.no_room : words.cannot_keep);
    full = !went;
  }

  function storeOnDevice() {
    try {
      const others = read(onDevice());
      if (others) take(others);
      localStorage.setItem(place, JSON.stringify(record()));
      sheet.warn("");
    } catch {
      const before = onDevice() !== null; // it stays, and can be forgotten
      show(before);
      sheet.warn(before ? words.no_room : words.cannot_keep);
    }
  }

  let busy = false; // answers that are brought in are stored once, by whoever brings them
  function store() {
    if (busy) return;
    busy = true;
    stamp();
    if (keep.checked) storeOnDevice();
    storeInTab();
    busy = false;
    show(keep.checked);
  }

  function bring(record) {
    busy = true;
    take(record);
    busy = false;
    storeInTab();
  }

  function forget() {
    try { localStorage.removeItem(place); } catch { /* nothing was kept */ }
    show(false);
    sheet.warn("");
    sheet.say(words.not_kept);
  }

  // Other tabs that keep this sheet are cleared as well: they are told of empty answers before these are forgotten.
  sheet.clear = () => {
    sheet.write({});
    forget();
  };

  keep.addEventListener("change", () => {
    if (!keep.checked) return forget();
    sheet.say(words.kept);
    store();
  });
  form.addEventListener("input", ({ target }) => target !== keep && store()); // the switch itself says so by "change"

  // What another tab wrote is shown here. What was forgotten elsewhere, also on the page of all sheets, is not kept again.
  addEventListener("storage", ({ key, newValue }) => {
    if (key !== null && key !== place) return;
    const theirs = read(newValue);
    if (keep.checked && theirs) bring(theirs);
    show(keep.checked && onDevice() !== null);
  });

  // The Back button may show this page as it was. If this tab was wiped since then, nothing is left to show.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    const device = read(onDevice());
    show(keep.checked && device !== null);
    if (device && keep.checked) bring(device);
    else if (stored && tab.kept(place) === null) sheet.write({});
  });

  const [here, device] = [read(JSON.stringify(tab.kept(place))), read(onDevice())];
  busy = true;
  for (const record of [here, device]) if (record) take(record);
  busy = false;
  storeInTab();
  show(device !== null);
})();
