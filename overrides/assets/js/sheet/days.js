// A log by day: on a narrow screen one card a day in the place of its table, today's open and first. The fields are the
// table's own, and go back into it for paper and for a screen that has room for its columns.
(() => {
  const { form, words } = sheet;
  const narrow = matchMedia("(max-width: 46em)");
  const isMark = field => field.type === "checkbox" || field.type === "radio";
  const made = (tag, className, ...inside) => {
    const element = Object.assign(document.createElement(tag), { className });
    element.append(...inside);
    return element;
  };

  // How many questions of a card there are, and how many of them have an answer.
  function answered(card) {
    const names = new Map();
    for (const field of card.querySelectorAll("[name]:not([data-worked])")) {
      names.set(field.name, names.get(field.name) || (isMark(field) ? field.checked : field.value.trim() !== ""));
    }
    return { n: [...names.values()].filter(Boolean).length, total: names.size };
  }

  function tell(card) {
    const { n, total } = answered(card);
    const said = n ? words.day_progress.replace("{n}", n).replace("{total}", total) : "";
    const output = card.querySelector(".day__said");
    if (output.textContent !== said) output.textContent = said;
  }

  // The weekday that it is, where the cards bear the names of weekdays; else the day after the last one that is filled in.
  function today(cards, names) {
    const short = day => day.toLocaleDateString(document.documentElement.lang || "en", { weekday: "short" }).replace(".", "").toLowerCase();
    const week = [...Array(7).keys()].map(n => short(new Date(2024, 0, n + 1)));
    const now = names.findIndex(name => name.toLowerCase().startsWith(short(new Date())));
    if (now >= 0 && names.every(name => week.some(day => name.toLowerCase().startsWith(day)))) return cards[now];
    const last = cards.findLastIndex(card => answered(card).n);
    const whole = last >= 0 && answered(cards[last]).n === answered(cards[last]).total;
    return cards[Math.min(cards.length - 1, Math.max(0, last + (whole ? 1 : 0)))];
  }

  function byDay(table) {
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const names = heads.map(head => head.textContent.trim());
    const cards = heads.map(head => made("details", "day",
      made("summary", "", made("b", "", ...head.cloneNode(true).childNodes), made("span", "day__said")), made("div", "day__in")));
    const list = made("div", "days", ...cards);
    const moved = new Map(); // of each row: its first cell, the others, and what took these up

    // In the table a cell is called after its column, which is the day; in a card after its row, or what was written there.
    function called(row, n) {
      const own = row.cells[0].querySelector("[name]");
      if (!own) return [...row.cells[0].cloneNode(true).childNodes];
      return [own.value.trim() || `${table.tHead.rows[0].cells[0].textContent.trim()} ${n}`];
    }
    function name(inCards) {
      [...moved].forEach(([row, cells], n) => {
        for (const one of cells) {
          const label = (inCards ? one.item : one.cell).querySelector("legend, label:not(.tick, .log__total), .tick > span");
          if (!label) continue; // a total, which is called the same in both
          one.label ??= [...label.childNodes];
          label.replaceChildren(...inCards ? [...called(row, n + 1), made("span", "unseen", `, ${one.day}`)] : one.label);
        }
      });
    }

    function takeUp(row) {
      if (row.classList.contains("log__example")) return;
      const cells = [...row.cells].slice(1).map((cell, n) => (
        { cell, item: made("div", `day__item ${cell.className}`), day: names[n], card: cards[n] }
      ));
      moved.set(row, cells.filter(({ cell }) => cell.querySelector("[name]")));
    }

    function show(inCards) {
      const own = [...moved.keys()].some(row => row.cells[0].querySelector("[name]"));
      for (const [row, cells] of moved) {
        row.hidden = inCards && !row.cells[0].querySelector("[name]");
        for (const { cell, item, card } of cells) {
          cell.hidden = inCards;
          (inCards ? item : cell).append(...(inCards ? cell : item).childNodes);
          if (inCards) card.querySelector(".day__in").append(item);
        }
      }
      name(inCards);
      for (const head of heads) head.hidden = inCards;
      table.hidden = inCards && !own && !table.querySelector(".log__example");
      list.hidden = !inCards;
    }

    const rows = () => [...table.tBodies, table.tFoot].filter(Boolean).flatMap(part => [...part.rows]);
    rows().forEach(takeUp);
    table.after(list);
    const fit = () => show(narrow.matches);
    fit();
    narrow.addEventListener("change", fit);
    sheet.onPaper(() => show(false), fit);

    table.addEventListener("added", ({ target }) => {
      show(false);
      takeUp(target);
      fit();
    });
    table.addEventListener("taken", ({ target }) => {
      for (const { item } of moved.get(target) ?? []) item.remove();
      moved.delete(target);
    });
    form.addEventListener("input", () => {
      cards.forEach(tell);
      if (!list.hidden) name(true);
    });
    // When what this tab or device holds has been put on the sheet:
    document.addEventListener("DOMContentLoaded", () => {
      const first = today(cards, names);
      first.open = true;
      first.classList.add("day--today");
      list.prepend(first);
      cards.forEach(tell);
    });
  }

  form.querySelectorAll("[data-by-day]").forEach(byDay);
})();
