// “Leave this page”: a page that nobody wonders at takes the place of this one, also in the history of the tab, and what
// was written in this tab is gone.
{
  const link = document.querySelector("[data-leave]");
  const said = document.querySelector("[data-leave-said]");
  const TIMES = 3, WITHIN = 3000; // milliseconds
  let pressed = [];

  // Where the script that knows what is ours in this tab did not come, all of it goes: nothing may keep anybody here.
  function sweep() {
    try { sessionStorage.clear(); } catch { /* nothing was there */ }
  }

  function leave() {
    try { tab.wipe(); } catch { sweep(); }
    document.title = link.host;
    document.body.hidden = true; // the other page may be slow to come
    try {
      top.location.replace(link.href);
    } catch { // a website that shuts its frame in (`sandbox`): then at least the frame leaves
      location.replace(link.href);
    }
  }

  link.addEventListener("click", event => {
    event.preventDefault();
    leave();
  });
  // Shift alone, three times: no other key in between, so that nobody leaves by typing capitals.
  addEventListener("keydown", event => { if (event.key !== "Shift") pressed = []; }, true);
  addEventListener("keyup", event => {
    if (event.key !== "Shift") return;
    pressed = [...pressed.filter(at => event.timeStamp - at < WITHIN), event.timeStamp];
    said.textContent = pressed.length === TIMES - 1 ? said.dataset.once : "";
    if (pressed.length === TIMES) leave();
  }, true);
}
