// One question at a time: the same fields and the same store, with all but one question out of sight. Loaded when it is
// chosen; where the reader was stays in the tab.
(() => {
  const { form, words } = sheet;
  const place = `one.${sheet.id}`;
  const chosen = form.querySelector("[data-one]");
  const done = form.querySelector(".done");
  const inside = [".sheet__head", ".where", ".sheet__foot", ".one__top", ".one__ways"].map(part => `:not(${part})`).join("");
  let at = 0;

  const made = (tag, className, ...parts) => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...parts);
    return element;
  };
  const button = (text, className, act, keys) => {
    const element = Object.assign(made("button", className, text), { type: "button" });
    element.addEventListener("click", act);
    if (keys) element.setAttribute("aria-keyshortcuts", keys);
    return element;
  };

  const count = made("p", "one__count");
  const line = made("progress", "one__line");
  line.setAttribute("aria-hidden", "true");
  const top = made("div", "one__top", button(words.one_all, "one__all", leave), count, line);
  const back = button(words.one_back, "", () => go(at - 1), "Control+Shift+Enter");
  const next = button(words.one_next, "first", () => go(at + 1), "Control+Enter");
  const ways = made("div", "one__ways", back, next);
  for (const part of [top, ways]) part.toggleAttribute("data-js", true); // nothing on paper

  // What stands alone: a question, or words between two of them.
  const leaves = part => (part.matches("template") ? [] : part.querySelector(".block, .part, .together") ? [...part.children].flatMap(leaves) : [part]);
  const asks = leaf => leaf.querySelector("[name]") !== null;

  // Each step ends with a question, and begins with the words before it. The last one is the end of the sheet.
  function steps() {
    const all = [[]];
    for (const leaf of [...form.children].filter(part => part.matches(inside)).flatMap(leaves)) {
      const follows = leaf.matches(".adding") && all.length > 1;
      if (follows) all.at(-2).push(leaf);
      else all.at(-1).push(leaf);
      if (asks(leaf) && !leaf.matches(".sheet__who, .done")) all.push([]);
    }
    return all;
  }

  function show() {
    const all = steps();
    at = Math.min(Math.max(0, at), all.length - 1);
    for (const part of form.querySelectorAll("[data-away]")) part.removeAttribute("data-away");
    const here = new Set(all[at]);
    for (const leaf of all.flat()) leaf.toggleAttribute("data-away", !here.has(leaf));
    // What holds none of what is shown goes away with it: its frame, its heading, the words of its step.
    for (const part of form.querySelectorAll(".together, .group-block, .steps-block, .steps-block > ol > li")) {
      if (leaves(part).length > 1 || leaves(part)[0] !== part) part.toggleAttribute("data-away", !leaves(part).some(leaf => here.has(leaf)));
    }
    for (const part of form.querySelectorAll(".sheet__head > :not(h1), .where")) part.toggleAttribute("data-away", at > 0);
    back.disabled = at === 0;
    next.hidden = at === all.length - 1;
    next.textContent = at === all.length - 2 ? words.one_done : words.one_next;
    count.textContent = next.hidden ? "" : words.one_at.replace("{n}", at + 1).replace("{total}", all.length - 1);
    Object.assign(line, { max: all.length - 1, value: at + (next.hidden ? 0 : 1) });
    tab.keep(place, at);
    return all[at];
  }

  // The question takes the focus, so that it is read out.
  function go(to) {
    at = to;
    const leaf = show().find(asks) ?? done;
    const heading = leaf.querySelector("h2, h3, legend, label") ?? leaf;
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
    top.scrollIntoView();
  }

  function begin(to) {
    form.classList.add("sheet--one");
    form.prepend(top);
    done.after(ways);
    go(to);
  }

  function leave() {
    const here = steps()[at].find(asks) ?? done;
    form.classList.remove("sheet--one");
    for (const part of form.querySelectorAll("[data-away]")) part.removeAttribute("data-away");
    top.remove();
    ways.remove();
    tab.keep(place, null);
    here.scrollIntoView();
    (here.querySelector("[tabindex='-1']") ?? chosen).focus({ preventScroll: true });
  }

  for (const change of ["added", "taken"]) form.addEventListener(change, () => top.isConnected && setTimeout(show));
  form.addEventListener("keydown", event => {
    if (!top.isConnected || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey ? at > 0 : !next.hidden) go(at + (event.shiftKey ? -1 : 1));
  });
  chosen.addEventListener("click", () => begin(0));
  begin(tab.kept(place) ?? 0);
})();
