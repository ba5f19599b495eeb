// A packet of chosen sheets, made in this tab: ordered, with a cover, filled in on screen or printed empty. Its link
// carries ids of sheets alone; the name and the note go nowhere.
(() => {
  const basket = document.querySelector("[data-basket]");
  const paper = document.querySelector("[data-packet-paper]");
  const boxes = new Map([...document.querySelectorAll("[data-add]")].map(box => [box.value, box]));
  const list = basket.querySelector("ol");
  const said = basket.querySelector("[data-said]");
  const words = JSON.parse(basket.dataset.words);
  const margins = new CSSStyleSheet();
  let chosen = [];

  const titleOf = id => boxes.get(id).dataset.title;
  const counted = n => (n === 1 ? words.one : words.many).replace("{n}", n);

  function button(text, title, act) {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", textContent: text });
    made.setAttribute("aria-label", `${text}: ${title}`);
    made.addEventListener("click", act);
    return made;
  }

  function move(id, by) {
    const at = chosen.indexOf(id);
    chosen.splice(at, 1);
    chosen.splice(Math.min(chosen.length, Math.max(0, at + by)), 0, id);
    show();
    list.children[chosen.indexOf(id)].querySelector(by < 0 ? "button" : "button + button").focus();
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
    said.textContent = chosen.length ? counted(chosen.length) : words.none;
    basket.querySelector("[data-link]").href = `#packet=${chosen.join(",")}`;
    paper.replaceChildren();
    basket.querySelector("[data-print-packet]").hidden = true;
  }

  // A sheet's own page, as a part of this one: every name and place begins with the id of its sheet.
  async function fetched(id) {
    const answer = await fetch(boxes.get(id).dataset.page);
    if (!answer.ok) throw new Error(id);
    const form = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("form.sheet");
    form.querySelectorAll(".done, .clinician-note").forEach(part => part.remove());
    for (const attribute of ["id", "name", "for", "aria-labelledby", "aria-describedby"]) {
      for (const part of form.querySelectorAll(`[${attribute}]`)) {
        part.setAttribute(attribute, part.getAttribute(attribute).split(" ").map(word => `${id}.${word}`).join(" "));
      }
    }
    form.id = `${id}.sheet`;
    form.addEventListener("submit", event => event.preventDefault());
    return document.importNode(form, true);
  }

  function cover() {
    const made = basket.querySelector("template").content.cloneNode(true);
    made.querySelector("[data-cover-name]").textContent = basket.querySelector("[name=packet-for]").value;
    made.querySelector("[data-cover-note]").textContent = basket.querySelector("[name=packet-note]").value;
    made.querySelector("ol").append(...chosen.map(id => Object.assign(document.createElement("li"), { textContent: titleOf(id) })));
    return made;
  }

  async function make() {
    said.textContent = words.making;
    for (const style of document.querySelectorAll("link[data-sheet-style]")) style.disabled = false;
    try {
      paper.replaceChildren(cover(), ...await Promise.all(chosen.map(fetched)));
    } catch {
      said.textContent = words.cannot;
      return;
    }
    const fields = [...paper.querySelectorAll("[name]")];
    const grow = growing(fields);
    fields.forEach(grow);
    paper.oninput = ({ target }) => grow(target);
    const size = basket.querySelector("[name=packet-paper]:checked").value;
    margins.replaceSync(`@page { size: ${size}; }`);
    if (!document.adoptedStyleSheets.includes(margins)) document.adoptedStyleSheets.push(margins);
    basket.querySelector("[data-print-packet]").hidden = false;
    said.textContent = words.made;
    paper.querySelector("h2").focus();
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
    basket.querySelectorAll("input[type=text], textarea").forEach(field => { field.value = ""; });
    chosen = [];
    show();
    said.focus();
  });
  basket.addEventListener("submit", event => event.preventDefault());

  function fromLink() {
    const ids = /^#packet=([a-z0-9,-]+)$/.exec(location.hash)?.[1].split(",") ?? [];
    if (!ids.length) return;
    chosen = [...new Set(ids)].filter(id => boxes.has(id));
    show();
    basket.scrollIntoView();
  }
  addEventListener("hashchange", fromLink);
  show();
  fromLink();
})();
