// The end of the sheet: name and date, printing with a head and a foot on every page, on as many as the PDF has, and
// clearing.
(() => {
  const { form, words } = sheet;

  // The clinic and the title of this sheet, where a style sheet for all sheets cannot know them.
  const margins = new CSSStyleSheet();
  const [head, foot] = [form.dataset.head, form.dataset.foot].map(text => JSON.stringify(text));
  const across = form.matches(".sheet--across") ? "size: landscape;" : "";
  margins.replaceSync(`@page { ${across} @top-left { content: ${head} } @bottom-left { content: ${foot} } } @page :first { @top-left { content: none } }`);
  document.adoptedStyleSheets.push(margins);

  // Name and date are for paper, where they stand in the head: on a screen the first question comes before them.
  const [who, top, done] = [".sheet__who", ".sheet__head", ".done"].map(part => form.querySelector(part));
  const away = () => done.before(who);
  sheet.onPaper(() => top.append(who), away);
  away();

  // One question at a time is loaded when it is chosen, and when this tab was in the midst of it.
  const one = form.querySelector("[data-one]");
  function load() {
    const style = Object.assign(document.createElement("link"), { rel: "stylesheet", media: "screen", href: one.dataset.style });
    const script = Object.assign(document.createElement("script"), { src: one.dataset.script });
    const again = () => one.addEventListener("click", load, { once: true });
    for (const part of [style, script]) {
      part.addEventListener("error", () => {
        part.remove();
        again();
      });
    }
    style.addEventListener("load", () => document.head.append(script));
    document.head.append(style);
  }
  if (tab.kept(`one.${sheet.id}`) === null) one.addEventListener("click", load, { once: true });
  else load();

  addEventListener("beforeprint", paging(form));

  // Where people print on Letter paper (the territories that CLDR names), and on A4 everywhere else. A language without a
  // country, or with a number for half the world, says nothing of it.
  const LETTER = "BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split(" ");
  function paperOfReader() {
    const { region } = new Intl.Locale(navigator.language || "en");
    return /^[A-Z]{2}$/.test(region) ? (LETTER.includes(region) ? "letter" : "a4") : form.dataset.paper;
  }

  // An empty sheet is its PDF, made for the paper of the reader; what is typed is printed by the browser, and sent nowhere.
  function printed() {
    const pdf = document.querySelector(`a[href$="${sheet.id}-${paperOfReader()}.pdf"]`);
    if (pdf && !Object.keys(sheet.written()).length) open(pdf.href, "_blank", "noopener");
    else print();
  }
  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", printed);

  form.querySelector("[data-clear]").addEventListener("click", async () => {
    const others = tab.holds().some(key => key !== sheet.place);
    const answer = await (others ? sheet.ask(words.sure_tab, words.yes_clear, words.only_sheet) : sheet.ask(words.sure, words.yes_clear));
    if (answer === "no") return;
    sheet.clear();
    if (answer === "yes") tab.wipe();
    sheet.say(words.cleared);
    form.querySelector("header").focus();
  });
})();
