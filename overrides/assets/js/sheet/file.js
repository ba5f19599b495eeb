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

  // The words of a file: in the letters of this page, or as an editor may have saved it again. Old letters are guessed.
  function textOf(bytes) {
    const marks = { "255 254": "utf-16le", "254 255": "utf-16be" };
    const letters = marks[bytes.slice(0, 2).join(" ")] ?? "utf-8";
    try {
      return { text: new TextDecoder(letters, { fatal: true }).decode(bytes), guessed: false };
    } catch {
      return { text: new TextDecoder("windows-1252").decode(bytes), guessed: true };
    }
  }

  // What a file holds, looked at before anything on the sheet changes.
  async function record(file) {
    try {
      if (file.size > largest) return null;
      const { text, guessed } = textOf(new Uint8Array(await file.arrayBuffer()));
      const found = JSON.parse(text);
      return sheet.answersOf(found) && { ...found, guessed };
    } catch {
      return null;
    }
  }

  // Why nothing of it can be put on this sheet.
  function refused(found) {
    if (!found) return words.not_ours;
    if (![sheet.id, ...sheet.namesBefore].includes(found.sheet)) return words.other_sheet;
    if (!Object.values(found.answers).some(Boolean)) return words.no_answers;
    return sheet.hasPlaceFor(found.answers) ? "" : words.none_fits;
  }

  async function open(file) {
    const found = await record(file);
    const say = text => sheet.say(text.replaceAll("{name}", () => file.name).replace("{example}", fileName()));
    const why = refused(found);
    if (why) return say(why);
    const written = Object.keys(sheet.record().answers).length > 0;
    if (written && (await sheet.ask(words.replace, words.yes_replace)) !== "yes") return;
    sheet.write(found.answers);
    const some = Object.keys(sheet.spare()).length > 0;
    say([some ? words.opened_some : words.opened, found.guessed && words.old_letters].filter(Boolean).join(" "));
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
