// What is written on the sheet. The scripts after this one share `sheet`; "input" on the form tells them of changes.
const sheet = (() => {
  const form = document.querySelector("[data-sheet]");
  const said = form.querySelector("[data-said]");
  const dialog = document.querySelector("[data-ask]");
  const fields = () => [...form.elements].filter(field => field.name);
  let trouble = ""; // stays before whatever else is said
  let spare = {}; // answers of an earlier version that have no field here: they are shown and go along, never lost

  const isMark = field => field.type === "checkbox" || field.type === "radio";

  function written() {
    const answers = {};
    for (const field of fields()) {
      if (isMark(field) ? field.checked : field.value) answers[field.name] = field.type === "checkbox" || field.value;
    }
    return answers;
  }

  function put(field, answer) {
    if (!isMark(field)) field.value = typeof answer === "string" ? answer : "";
    else field.checked = answer === (field.type === "checkbox" || field.value);
  }

  function lay(answers) {
    form.dispatchEvent(new CustomEvent("room", { detail: answers })); // for entries that were added
    for (const field of fields()) put(field, Object.hasOwn(answers, field.name) ? answers[field.name] : undefined);
    return written();
  }

  // Whether any of these answers has a place on the sheet, which is then as it was.
  function hasPlaceFor(answers) {
    const before = written();
    const any = Object.keys(lay(answers)).length > 0;
    lay(before);
    return any;
  }

  // Puts these answers in the place of all that is on the sheet.
  function write(answers) {
    const placed = lay(answers);
    spare = Object.fromEntries(Object.entries(answers).filter(([name, answer]) => answer && placed[name] !== answer));
    form.dispatchEvent(new Event("input"));
  }

  function say(text) {
    said.textContent = [trouble, text].filter(Boolean).join(" ");
  }

  // Says what is wrong until it is right again.
  function warn(text) {
    if (text === trouble) return;
    trouble = text;
    say("");
  }

  // Answers as this page writes them, or null for anything else that a file or this device may hold.
  function answersOf(record) {
    const plain = one => typeof one === "object" && one !== null && !Array.isArray(one);
    if (!plain(record) || typeof record.sheet !== "string" || !plain(record.answers)) return null;
    const answers = Object.entries(record.answers);
    const fits = ([name, answer]) => name.length <= 200 && name !== "__proto__" && (typeof answer === "string" || answer === true);
    return answers.length <= 5000 && answers.every(fits) ? record.answers : null;
  }

  // What the reader says: "yes", "part" where a part of it is offered, or "no". Closing the question is a no.
  function ask(question, yes, part = "") {
    dialog.querySelector("p").textContent = question;
    for (const [value, words] of Object.entries({ yes, part })) {
      Object.assign(dialog.querySelector(`[value=${value}]`), { textContent: words, hidden: !words });
    }
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise(answered => dialog.addEventListener("close", () => answered(dialog.returnValue), { once: true }));
  }

  // Does one thing before the page goes to paper, and the other when it is back, however the browser tells.
  function onPaper(there, back) {
    let printing = false;
    const turn = to => {
      if (to === printing) return;
      printing = to;
      (to ? there : back)();
    };
    addEventListener("beforeprint", () => turn(true));
    addEventListener("afterprint", () => turn(false));
    matchMedia("print").addEventListener("change", ({ matches }) => turn(matches));
  }

  form.addEventListener("submit", event => event.preventDefault());
  return {
    form, written, write, hasPlaceFor, ask, say, warn, answersOf, onPaper,
    get fields() { return fields(); },
    id: form.dataset.sheet,
    place: `sheet.${form.dataset.sheet}`, // under which its answers are in the tab, and on the device
    namesBefore: (form.dataset.namesBefore ?? "").split(" ").filter(Boolean), // under which answers may be kept yet
    words: JSON.parse(form.dataset.words),
    spare: () => spare,
    trouble: () => trouble,
    // All that a file or this device holds of it.
    record: () => ({ sheet: form.dataset.sheet, version: form.dataset.version, answers: { ...spare, ...written() } }),
  };
})();
