// The paper of a packet that somebody puts together: a cover, and the sheets' own pages as parts of this one. What is
// typed into a sheet stays while others are chosen, until the packet is emptied.
function packetPaper(place, blankCover) {
  const NAMING = ["id", "name", "for", "aria-labelledby", "aria-describedby"];
  const sheets = new Map();
  let written = {}; // what was typed into them before this page was loaded, by the names of its fields
  const margins = new CSSStyleSheet();
  let grow = () => {};

  function load(src) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src, onload: done, onerror: failed });
      document.head.append(script);
    });
  }

  // A page that is opened as a file may read no other: the offline edition holds the sheets in a script.
  async function htmlOf(id, address) {
    if (location.protocol !== "file:") {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(id);
      return answer.text();
    }
    if (!window.librarySheets) await load(new URL("sheets.js", location.href));
    return window.librarySheets[id];
  }

  // Every name and place begins with the id of its sheet, and links lead where they led from its own page.
  async function sheet(id, address) {
    const form = new DOMParser().parseFromString(await htmlOf(id, address), "text/html").querySelector("form.sheet");
    form.querySelectorAll(".where, .done, .clinician-note, .adding").forEach(part => part.remove());
    for (const attribute of NAMING) {
      for (const part of form.querySelectorAll(`[${attribute}]`)) {
        part.setAttribute(attribute, part.getAttribute(attribute).split(" ").map(word => `${id}.${word}`).join(" "));
      }
    }
    for (const link of form.querySelectorAll("a[href]")) {
      const to = link.getAttribute("href");
      link.setAttribute("href", to.startsWith("#") ? `#${id}.${to.slice(1)}` : new URL(to, address));
    }
    form.id = `${id}.sheet`;
    form.querySelector("h1").ariaLevel = 2;
    form.querySelectorAll("aside").forEach(part => { part.role = "note"; }); // each sheet has one of the same name
    form.addEventListener("submit", event => event.preventDefault());
    return document.importNode(form, true);
  }

  const isMark = field => field.type === "checkbox" || field.type === "radio";

  async function made(id, address) {
    if (sheets.has(id)) return sheets.get(id);
    const form = await sheet(id, address);
    for (const field of form.querySelectorAll("[name]")) {
      if (!isMark(field)) field.value = written[field.name] ?? "";
      else field.checked = written[field.name] === field.value;
    }
    sheets.set(id, form);
    return form;
  }

  function answers() {
    const here = [...sheets.values()].flatMap(form => [...new FormData(form)].filter(([, answer]) => answer));
    const others = Object.entries(written).filter(([name]) => !sheets.has(name.split(".")[0]));
    return Object.fromEntries([...others, ...here]);
  }

  function dress({ name, note, size }) {
    margins.replaceSync(`@page { size: ${size}; }`);
    const cover = place.querySelector(".cover");
    if (!cover) return;
    cover.querySelector("[data-cover-name]").textContent = name;
    cover.querySelector("[data-cover-note]").textContent = note;
  }

  function cover(titles) {
    const made = blankCover.cloneNode(true);
    made.querySelector("ol").append(...titles.map(title => Object.assign(document.createElement("li"), { textContent: title })));
    return made;
  }

  async function show(chosen) {
    for (const style of document.querySelectorAll("link[data-sheet-style]")) style.disabled = false;
    place.replaceChildren(cover(chosen.map(one => one.title)), ...await Promise.all(chosen.map(one => made(one.id, one.address))));
    const fields = [...place.querySelectorAll("[name]")];
    place.querySelectorAll(".typed").forEach(copy => copy.remove());
    grow = growing();
    fields.forEach(grow);
    if (!document.adoptedStyleSheets.includes(margins)) document.adoptedStyleSheets.push(margins);
    place.querySelector("h2").focus();
  }

  place.addEventListener("input", ({ target }) => grow(target));
  addEventListener("beforeprint", () => place.querySelectorAll("form.sheet").forEach(form => paging(form)()));
  function forget() {
    sheets.clear();
    written = {};
  }

  return { show, dress, answers, forget, remember: answers => { written = answers; }, clear: () => place.replaceChildren() };
}
