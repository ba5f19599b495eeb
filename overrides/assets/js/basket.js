// A packet of chosen sheets, made in this tab: ordered, with a cover, filled in on screen or printed empty. It stays in
// the tab with its name, note and answers. Its link carries ids of sheets alone; the rest goes nowhere.
(() => {
  const basket = document.querySelector("[data-basket]");
  const boxes = new Map([...document.querySelectorAll("[data-add]")].map(box => [box.value, box]));
  const way = document.querySelector("[data-basket-way]");
  const list = basket.querySelector("ol");
  const said = basket.querySelector("[data-said]");
  const words = JSON.parse(basket.dataset.words);
  const paper = packetPaper(document.querySelector("[data-packet-paper]"), basket.querySelector("template").content);
  const trouble = basket.querySelector("[data-trouble]");
  let chosen = [];
  let taken = ""; // the link whose choice stands here already

  const field = name => basket.querySelector(`[name=packet-${name}]`);
  const titleOf = id => boxes.get(id).dataset.title;
  const counted = (said, n) => (n === 1 ? said.one : said.many).replace("{n}", n);

  function store() {
    const cover = Object.fromEntries(new FormData(basket));
    const empty = !chosen.length && !cover["packet-for"] && !cover["packet-note"] && !taken;
    trouble.hidden = tab.keep("basket", empty ? null : { chosen, taken, cover, answers: paper.answers() });
  }

  function button(text, title, act) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", textContent: text });
    made.setAttribute("aria-label", `${text}: ${title}`);
    made.addEventListener("click", act);
    return made;
  }

  function move(id, by) {
    const at = chosen.indexOf(id), to = Math.min(chosen.length - 1, Math.max(0, at + by));
    chosen.splice(at, 1);
    chosen.splice(to, 0, id);
    show();
    said.textContent = words.moved.replace("{title}", titleOf(id)).replace("{n}", to + 1).replace("{total}", chosen.length);
    list.children[to].querySelector(by < 0 ? "button" : "button + button").focus();
  }

  function take(id) {
    chosen = chosen.filter(other => other !== id);
    show();
    said.focus();
  }

  function entry(id) {
    const item = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = titleOf(id);
    item.append(name, button(words.up, titleOf(id), () => move(id, -1)), button(words.down, titleOf(id), () => move(id, 1)),
      button(words.out, titleOf(id), () => take(id)));
    return item;
  }

  function show() {
    for (const [id, box] of boxes) box.checked = chosen.includes(id);
    list.replaceChildren(...chosen.map(entry));
    for (const part of basket.querySelectorAll("[data-some]")) part.hidden = !chosen.length;
    said.textContent = chosen.length ? counted(words.count, chosen.length) : words.none;
    way.hidden = !chosen.length;
    way.firstChild.textContent = counted(words.way, chosen.length);
    basket.querySelector("[data-link]").href = `#packet=${chosen.join(",")}`;
    paper.clear();
    basket.querySelector("[data-print-packet]").hidden = true;
    store();
  }

  function dress() {
    paper.dress({ name: field("for").value, note: field("note").value, size: basket.querySelector("[name=packet-paper]:checked").value });
  }

  async function make() {
    said.textContent = words.making;
    try {
      await paper.show(chosen.map(id => ({ id, title: titleOf(id), address: boxes.get(id).closest("li").querySelector("a").href })));
    } catch {
      said.textContent = words.cannot;
      return;
    }
    dress();
    basket.querySelector("[data-print-packet]").hidden = false;
    said.textContent = words.made;
  }

  for (const [id, box] of boxes) {
    box.addEventListener("change", () => {
      chosen = box.checked ? [...chosen, id] : chosen.filter(other => other !== id);
      show();
    });
  }
  basket.querySelector("[data-make]").addEventListener("click", make);
  basket.querySelector("[data-print-packet]").addEventListener("click", () => print());
  basket.querySelector("[data-empty]").addEventListener("click", () => {
    for (const name of ["for", "note"]) field(name).value = "";
    chosen = [];
    paper.forget();
    show();
    said.focus();
  });
  for (const place of [basket, document.querySelector("[data-packet-paper]")]) place.addEventListener("input", store);
  basket.addEventListener("input", dress);
  basket.addEventListener("submit", event => event.preventDefault());

  function fromLink() {
    const ids = /^#packet=(.+)$/.exec(location.hash)?.[1].split(",");
    if (!ids || taken === location.hash) return;
    taken = location.hash;
    chosen = [...new Set(ids)].filter(id => boxes.has(id));
    show();
    const gone = ids.filter(id => !boxes.has(id)).length;
    if (gone) said.textContent = `${counted(words.gone, gone)} ${said.textContent}`;
    basket.scrollIntoView();
  }
  function restore() {
    const before = tab.kept("basket");
    chosen = (before?.chosen ?? []).filter(id => boxes.has(id));
    taken = before?.taken ?? "";
    for (const name of ["for", "note"]) field(name).value = before?.cover[`packet-${name}`] ?? "";
    for (const size of basket.querySelectorAll("[name=packet-paper]")) {
      size.checked = before ? size.value === before.cover["packet-paper"] : size.defaultChecked;
    }
    paper.remember(before?.answers ?? {});
    show();
    fromLink();
  }

  addEventListener("hashchange", fromLink);
  // The Back button may show this page as it was, though meanwhile the tab was wiped, or more was put into the packet.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    paper.forget();
    restore();
  });
  restore();
})();
