// Printing with a head and a foot on every page, and clearing.
(() => {
  const { form, words } = sheet;

  // The clinic and the title of this sheet, where a style sheet for all sheets cannot know them.
  const margins = new CSSStyleSheet();
  const [head, foot] = [form.dataset.head, form.dataset.foot].map(text => JSON.stringify(text));
  margins.replaceSync(`@page { @top-left { content: ${head} } @bottom-left { content: ${foot} } } @page :first { @top-left { content: none } }`);
  document.adoptedStyleSheets.push(margins);

  for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

  form.querySelector("[data-clear]").addEventListener("click", async () => {
    if (!(await sheet.ask(words.sure, words.yes_clear))) return;
    sheet.forget();
    sheet.write({});
    sheet.say(words.cleared);
    form.querySelector("header").focus();
  });
})();
