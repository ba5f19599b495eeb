// The search in its window. It is loaded when it is first opened; what is searched for stays in this tab.
{
  const find = document.querySelector(".find");
  const field = find.querySelector("input");
  const said = find.querySelector("[role=status]");
  const list = find.querySelector("[data-found]");
  const help = find.querySelector("[data-help]");
  const nothing = find.querySelector("[data-nothing]");
  const { one, many, none, start, failed, helpFirst, root } = find.dataset;
  const kinds = JSON.parse(find.dataset.kinds);
  const inFolder = location.protocol === "file:";
  let finding = null;

  // Programs that name what they make `module.exports`, as Node wants it, are given such a place.
  function load(src) {
    return new Promise((done, refused) => {
      const script = document.createElement("script");
      script.addEventListener("load", done);
      script.addEventListener("error", () => { script.remove(); refused(new Error(src)); });
      script.src = src;
      document.head.append(script);
    });
  }

  async function makeFinder() {
    const [library, stemmer, engine] = JSON.parse(find.dataset.programs).map(path => new URL(path, location.href));
    await Promise.all([load(library), load(new URL("search/index.js", new URL(root, location.href))), load(engine)]);
    let stem = word => word;
    if (stemmer) {
      window.module = { exports: {} };
      await load(stemmer);
      stem = window.module.exports;
      delete window.module;
    }
    return finder(window.searchIndex, stem);
  }

  // One that failed is tried again with the next word.
  function ready() {
    finding ??= makeFinder().catch(error => { finding = null; throw error; });
    return finding;
  }

  function addressOf(url) {
    const [page, id] = url.split("#");
    return new URL(page + (inFolder ? "index.html" : "") + (id ? `#${id}` : ""), new URL(root, location.href));
  }

  function marked(text, isAsked, terms) {
    return text.split(/([\p{L}\p{N}'’]+)/u).map((piece, at) => {
      if (at % 2 === 0 || !isAsked(piece, terms)) return piece;
      const mark = document.createElement("mark");
      mark.textContent = piece;
      return mark;
    });
  }

  function shown(result, isAsked) {
    const entry = document.createElement("li");
    entry.innerHTML = "<span class='find__kind'></span><div><a></a><p></p></div>";
    entry.querySelector("span").textContent = kinds[result.kind];
    entry.querySelector("span").dataset.kind = result.kind;
    entry.querySelector("a").href = addressOf(result.url);
    entry.querySelector("a").append(...marked(result.title, isAsked, result.terms));
    entry.querySelector("p").append(...marked(result.line, isAsked, result.terms));
    return entry;
  }

  // The card of help lines, with those that this danger needs, which stand at the foot of every page.
  function showHelp(about) {
    help.hidden = !about;
    const more = help.querySelector("[data-more]");
    const needed = about ?? [];
    const lines = [...document.querySelectorAll("#help [data-about]")].filter(line => line.dataset.about.split(" ").some(id => needed.includes(id)));
    more.replaceChildren(...new Map(lines.map(line => [line.textContent, line.cloneNode(true)])).values());
    more.hidden = !lines.length;
  }

  function show(results, about, isAsked) {
    list.replaceChildren(...results.map(result => shown(result, isAsked)));
    showHelp(about);
    const typed = field.value.trim();
    nothing.hidden = !typed || results.length > 0;
    const count = results.length === 1 ? one : many.replace("{n}", results.length);
    said.textContent = [!typed ? start : results.length ? count : none, about ? helpFirst : ""].filter(Boolean).join(". ");
  }

  async function search() {
    try {
      const { find: answer, crisis, isAsked } = await ready();
      show(answer(field.value), crisis(field.value), isAsked);
    } catch {
      list.replaceChildren();
      nothing.hidden = true;
      showHelp([]); // whoever looked for help has the numbers all the same
      said.textContent = failed;
    }
  }

  // Back brings the search back: when a result is opened its words stay in the tab, until the search is closed. This
  // page of the history knows that they are its own.
  function keep(words) {
    history.replaceState({ ...history.state, search: Boolean(words) }, "");
    tab.keep("search", words || null);
  }

  // Arrows walk from the words through the results; Enter opens the first.
  function walk(event) {
    const stops = [field, ...find.querySelectorAll(".find__help:not([hidden]) a, [data-found] a, .find__nothing:not([hidden]) a")];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = stops.indexOf(document.activeElement);
    if (step && at >= 0 && stops[at + step]) {
      event.preventDefault();
      stops[at + step].focus();
    }
  }

  find.querySelector("form").addEventListener("submit", () => list.querySelector("a")?.click());
  find.addEventListener("keydown", walk);
  field.addEventListener("input", search);
  find.addEventListener("close", () => keep(""));
  list.addEventListener("click", event => {
    const link = event.target.closest("a");
    if (!link) return;
    if (link.pathname === location.pathname) find.close();
    else keep(field.value);
  });
  window.addEventListener("online", () => { if (find.open) search(); });
  search();
}
