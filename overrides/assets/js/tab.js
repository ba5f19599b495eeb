// What a reader writes or chooses lives in this tab: past a reload, a link and Back, until the tab is closed, the page
// is cleared, or somebody leaves by “Leave this page”. Nothing of it is sent, and no other tab sees it.
const tab = (() => {
  const ours = "tab.";
  const all = () => Object.keys(sessionStorage).filter(key => key.startsWith(ours));
  let open = true; // whether this browser lets a page keep anything in its tab

  // Puts a value there, or takes it away where there is none. Returns whether that went well.
  function keep(key, value) {
    try {
      if (value === null) sessionStorage.removeItem(ours + key);
      else sessionStorage.setItem(ours + key, JSON.stringify(value));
      return open = true;
    } catch {
      return open = false;
    }
  }

  function kept(key) {
    try { return JSON.parse(sessionStorage.getItem(ours + key)); } catch { return null; }
  }

  function holds() {
    try { return all().map(key => key.slice(ours.length)); } catch { return []; }
  }

  function wipe() {
    for (const key of holds()) keep(key, null);
  }

  return { keep, kept, holds, wipe, get open() { return open; } };
})();
