// Loaded when the search is first opened, as are the index and Material's worker that reads it. What is searched for
// stays in this page.
{
  const find = document.querySelector(".find");
  const words = find.querySelector("input");
  const said = find.querySelector("[role=status]");
  const list = find.querySelector("ol");
  const from = name => new URL(find.dataset[name], location.href);
  const inFolder = location.protocol === "file:";
  const SETUP = 0, QUERY = 2, RESULT = 3, SECTIONS = 3, PAGES = 20;

  function load(room, src) {
    return new Promise((done, failed) => {
      const script = room.document.createElement("script");
      Object.assign(script, { src, onload: done, onerror: failed });
      room.document.head.append(script);
    });
  }

  async function readIndex() {
    if (!inFolder) return (await fetch(new URL("search/search_index.json", from("root")))).json();
    await load(window, new URL("search/search_index.js", from("root")));
    return window.searchIndex;
  }

  async function startWorker(answer) {
    if (!inFolder) {
      const worker = new Worker(from("worker"));
      worker.onmessage = ({ data }) => answer(data);
      return message => worker.postMessage(message);
    }
    // Browsers start no worker from a file: its script runs in an empty frame, which it takes for one.
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    const room = frame.contentWindow;
    window.IFrameWorker = true;
    room.postMessage = answer;
    room.importScripts = async (...urls) => { for (const url of urls) await load(room, url); };
    await load(room, from("worker"));
    return data => room.dispatchEvent(new MessageEvent("message", { data }));
  }

  async function start() {
    const [{ config, docs }, send] = await Promise.all([
      readIndex(),
      startWorker(({ type, data }) => { if (type === RESULT) show(data.items); }),
    ]);
    send({ type: SETUP, data: { config, docs, options: {} } });
    return query => send({ type: QUERY, data: query });
  }

  function link({ location: place, title }) {
    const made = document.createElement("a");
    const [page, id] = place.split("#");
    made.href = new URL(page + (inFolder ? "index.html" : "") + (id ? `#${id}` : ""), from("root"));
    made.append(...marked(title));
    return made;
  }

  // The worker answers in HTML of which only the words and their marks are shown.
  function* marked(html) {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const mark = texts.currentNode.parentNode.closest("mark");
      yield mark ? mark.cloneNode(true) : `${texts.currentNode.data} `.replace(/\s+/g, " ");
    }
  }

  function shown(items) {
    const page = items.find(item => !item.location.includes("#")) ?? items[0];
    const entry = document.createElement("li");
    const teaser = document.createElement("p");
    const best = items.reduce((one, other) => (other.score > one.score ? other : one));
    teaser.append(...marked(best.text));
    entry.append(link(page), teaser);
    const sections = items.filter(item => item !== page && item.score).slice(0, SECTIONS);
    if (sections.length) {
      const more = document.createElement("ul");
      for (const section of sections) more.appendChild(document.createElement("li")).append(link(section));
      entry.append(more);
    }
    return entry;
  }

  function show(groups) {
    const { none, one, many, start } = find.dataset;
    list.replaceChildren(...groups.slice(0, PAGES).map(shown));
    const count = groups.length === 1 ? one : many.replace("{n}", groups.length);
    said.textContent = !words.value.trim() ? start : groups.length ? count : none;
  }

  const ready = start();
  const search = async () => (await ready)(words.value);
  words.addEventListener("input", search);
  if (words.value) search();
}
