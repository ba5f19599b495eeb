// A file to go on later: saved and opened in this tab, sent nowhere.
(() => {
  const { form, words } = sheet;
  const spare = form.querySelector("[data-spare]");
  const largest = 2_000_000; // bytes: more than anybody writes on a sheet

  function today() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(part => String(part).padStart(2, "0")).join("-");
  }
  const fileName = () => `${sheet.id}-${today()}.json`;

  form.querySelector("[data-save]").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(sheet.record(), null, 2)], { type: "application/json" }));
    link.download = fileName();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // some browsers fetch it only after a while
    sheet.say(words.saved.replace("{name}", link.download));
  });

  // What a file holds, looked at before anything on the sheet changes.
  async function record(file) {
    try {
      const found = file.size <= largest ? JSON.parse(await file.text()) : null;
      return sheet.answersOf(found) && found;
    } catch {
      return null;
    }
  }

  async function open(file) {
    const found = await record(file);
    const say = text => sheet.say(text.replace("{name}", file.name).replace("{example}", fileName()));
    if (!found) return say(words.not_ours);
    if (![sheet.id, ...sheet.namesBefore].includes(found.sheet)) return say(words.other_sheet);
    const written = Object.keys(sheet.record().answers).length > 0;
    if (written && !(await sheet.ask(words.replace, words.yes_replace))) return;
    sheet.write(found.answers);
    say(words.opened);
  }
  form.querySelector("[data-open]").addEventListener("change", async ({ target }) => {
    const [file] = target.files;
    if (file) await open(file);
    target.value = ""; // so that the same file can be opened again
  });

  // What no longer fits stays in sight, to be read or copied.
  form.addEventListener("input", ({ target }) => {
    if (target !== form) return;
    const left = Object.entries(sheet.spare());
    spare.hidden = !left.length;
    spare.querySelector("ul").replaceChildren(...left.map(([name, answer]) => {
      const item = document.createElement("li");
      item.textContent = typeof answer === "string" ? answer : name;
      return item;
    }));
  });
})();
