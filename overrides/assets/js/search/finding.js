// What answers the words that somebody types: pages of the index in their order, and whether it may be a crisis. Knows
// nothing of the page.
{
  const COMMON = 20; // results
  const LEAST = .18; // of the best result's score
  const BOOST = { title: 5, words: 4, headings: 2.5, summary: 2.5, lines: 1.2, rare: .8 };
  const KINDS = { word: .4, packet: .75, page: .6 };
  const LOOSE = .93; // what a phrase counts that was typed in another form, or without its small words
  const WHOLE = 1.3; // what one counts that is all that was typed
  const EARLIER = .8; // what each page of an entry counts, to the one before it

  const plain = text => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’]/g, "");
  const words = text => plain(text).match(/\p{L}+|\p{N}+/gu) ?? [];

  // How many letters are wrong, missing, too many or exchanged.
  function mistakes(one, other) {
    let before = [], last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      [before, last] = [last, row];
    }
    return last[other.length];
  }
  const allowed = word => (word.length < 6 ? 0 : word.length < 8 ? 1 : 2);
  const single = word => word.replace(/(.)\1+/gu, "$1");
  const close = (typed, meant) => typed[0] === meant[0] && !/\d/.test(typed + meant) && (single(typed) === single(meant) || Math.abs(typed.length - meant.length) <= 2 && mistakes(typed, meant) <= allowed(meant));

  function unpackRare(text) {
    const found = new Map();
    for (const line of text ? text.split("\n") : []) {
      const [word, ...steps] = line.split(" ");
      let page = 0;
      for (const step of steps) {
        page += parseInt(step, 36);
        if (!found.has(page)) found.set(page, []);
        found.get(page).push(word);
      }
    }
    return found;
  }

  window.finder = function (index, stemOf) {
    const stems = new Map();
    const stem = word => {
      if (!stems.has(word)) stems.set(word, stemOf(word));
      return stems.get(word);
    };
    const stops = new Set(words(index.stop));
    const known = new Set();
    const term = word => {
      const said = plain(word);
      return said.length && !stops.has(said) ? stem(said) : null;
    };
    const termsOf = text => [...new Set(words(text).map(term).filter(Boolean))];
    const remembered = word => {
      const made = term(word);
      if (made) known.add(made);
      return made;
    };
    const typo = made => (known.has(made) || made.length < 4 || /\d/.test(made) ? false : made.length < 6 ? 1 : 2);
    const tokenize = words;

    const rare = unpackRare(index.rare);
    const saying = new Map(); // pages by the everyday words that lead to them
    for (const [phrases, pages] of index.everyday) {
      for (const page of pages) saying.set(page, [...(saying.get(page) ?? []), ...phrases]);
    }
    const entries = [
      ...index.pages.map(([url, kind, title, summary, headings, lines], id) => ({
        id, url, kind, title, summary, lines: [...headings, ...lines],
        text: { headings: headings.join(" "), lines: lines.join(" "), rare: (rare.get(id) ?? []).join(" "), words: (saying.get(id) ?? []).join(" ") },
      })),
      ...index.words.map(([url, title, summary], at) => ({
        id: index.pages.length + at, url, kind: "word", title, summary, lines: [],
        text: { headings: "", lines: "", rare: "", words: "" },
      })),
    ];
    const pages = new MiniSearch({
      fields: Object.keys(BOOST),
      extractField: (entry, name) => entry.text[name] ?? entry[name],
      tokenize, processTerm: remembered,
      searchOptions: { boost: BOOST, processTerm: term, fuzzy: typo, maxFuzzy: 2, prefix: (made, at, all) => at === all.length - 1 && made.length > 2, weights: { fuzzy: .4, prefix: .3 } },
    });
    // The id has to be a field of its own, and stays what it is.
    pages.addAll(entries.map(entry => ({ ...entry, text: entry.text })));

    // How much a word tells one page from the others: hardly anything where most pages have it.
    const holding = new Map();
    for (const { title, summary, text } of entries) {
      for (const made of new Set([title, summary, ...Object.values(text)].flatMap(termsOf))) holding.set(made, (holding.get(made) ?? 0) + 1);
    }
    const weight = made => Math.log(1 + entries.length / (holding.get(made) ?? 1));
    const weightOf = made => [...new Set(made)].reduce((sum, one) => sum + weight(one), 0);

    const phrases = index.everyday.flatMap(([said, answers], entry) => said.map(phrase => ({ entry, answers, phrase })));
    const asked = new MiniSearch({
      fields: ["phrase"], tokenize, processTerm: remembered,
      searchOptions: { processTerm: term, fuzzy: typo, maxFuzzy: 2 },
    });
    asked.addAll(phrases.map(({ phrase }, id) => ({ id, phrase })));
    // Phrases all of whose words were typed: how much of the question each covers counts.
    function meant(typed, wanted) {
      const best = new Map();
      const all = new Set(words(typed));
      for (const { id, terms, queryTerms } of asked.search(typed)) {
        const { entry, phrase } = phrases[id];
        if (new Set(terms).size < termsOf(phrase).length) continue;
        const loose = words(phrase).every(word => all.has(word)) ? 1 : LOOSE;
        const whole = plain(phrase) === plain(typed).trim() ? WHOLE : 1;
        const share = whole * loose * weightOf(queryTerms) / weightOf(wanted);
        if (share > (best.get(entry) ?? 0)) best.set(entry, share);
      }
      return best;
    }

    function lineOf(result, terms) {
      const count = text => new Set(words(text).map(term).filter(made => terms.has(made))).size;
      const best = Math.max(count(result.summary), 0);
      const line = result.lines.map(text => [count(text), text]).sort(([one], [other]) => other - one)[0];
      return line && line[0] > best ? line[1] : result.summary;
    }

    // “flash backs” is “flashbacks” where only that is known.
    function asJoined(typed) {
      const all = words(typed);
      const isOne = at => all[at + 1] !== undefined && known.has(term(all[at] + all[at + 1]));
      return all.flatMap((word, at) => (isOne(at) ? [word + all[at + 1]] : at && isOne(at - 1) ? [] : [word])).join(" ");
    }

    // Of a question that is made of words that are passed over, such as “who am I”.
    function asWhole(typed) {
      const all = new Set(words(typed));
      const at = index.everyday.findIndex(([said]) => said.some(phrase => words(phrase).every(word => all.has(word)) && !termsOf(phrase).length));
      return at < 0 ? [] : index.everyday[at][1].map(page => ({ ...entries[page], line: entries[page].summary, terms: new Set() }));
    }

    function find(asking) {
      const typed = asJoined(asking);
      const wanted = termsOf(typed);
      if (!wanted.length) return asWhole(typed);
      const entriesMeant = meant(typed, wanted);
      const others = [...entriesMeant.keys()].flatMap(entry => index.everyday[entry][0]).flatMap(phrase => (termsOf(phrase).length === 1 ? [phrase] : []));
      const queries = [typed === words(asking).join(" ") ? typed : `${typed} ${asking}`];
      if (others.length) queries.push({ queries: [others.join(" ")], combineWith: "OR", fuzzy: false, prefix: false, boost: Object.fromEntries(Object.entries(BOOST).map(([name, weight]) => [name, weight * .12])) });
      const found = pages.search({ combineWith: "OR", queries });
      const top = found[0]?.score ?? 1;
      const scores = new Map(found.map(({ id, score, queryTerms }) => {
        const share = weightOf(queryTerms.filter(one => wanted.includes(one))) / weightOf(wanted);
        return [id, (score / top) * (.4 + .6 * share)];
      }));
      for (const [entry, share] of entriesMeant) {
        index.everyday[entry][1].forEach((page, at) => scores.set(page, (scores.get(page) ?? 0) + 1.3 * share * share * EARLIER ** at));
      }
      for (const { id, title } of entries) { // a title that says all of it, or most of it
        const share = weightOf(termsOf(title).filter(one => wanted.includes(one))) / weightOf(wanted);
        if (share > .6 && scores.has(id)) scores.set(id, scores.get(id) + 1.2 * share ** 2);
      }
      const terms = new Set([...wanted, ...found.flatMap(one => one.terms)].filter(one => one.length > 1));
      const ranked = [...scores].map(([id, score]) => ({ ...entries[id], score: score * (plain(entries[id].title) === plain(typed).trim() ? 1.6 : KINDS[entries[id].kind] ?? 1) }))
        .sort((one, other) => other.score - one.score || one.id - other.id);
      const inCrisis = crisis(asking); // then no line out of a text, which may be on means: what a page is for
      const least = LEAST * (ranked[0]?.score ?? 0);
      return ranked.filter(one => one.score >= least).slice(0, COMMON).map(one => ({ ...one, line: inCrisis ? one.summary : lineOf(one, terms), terms }));
    }

    const dangers = index.crisis.flatMap(([said, about]) => said.map(phrase => ({ said: words(phrase), about })));
    const dangerous = new Set(dangers.flatMap(({ said }) => said));

    // “kill my self” as “kill myself”, “any more” as “anymore”.
    const asOneWord = all => all.flatMap((word, at) => (dangerous.has(word + all[at + 1]) ? [word + all[at + 1]] : at && dangerous.has(all[at - 1] + word) ? [] : [word]));

    // All words of a phrase in their order, near each other, in any form; nothing is passed over, since “go on” matters.
    // The last word may still be in the making.
    function saysIt(said, typed, made) {
      let from = 0;
      for (const word of said) {
        const end = from ? Math.min(typed.length, from + 3) : typed.length;
        let at = from;
        while (at < end && !(typed[at] === word || made[at] === stem(word) || close(typed[at], word)
          || (at === typed.length - 1 && typed[at].length > 4 && word.startsWith(typed[at]) && word.length - typed[at].length < 4))) at += 1;
        if (at >= end) return false;
        from = at + 1;
      }
      return true;
    }

    // Which further lines a crisis needs; nothing where it is none.
    function crisis(typed) {
      const readings = [words(typed), asOneWord(words(typed))].map(all => [all, all.map(word => stem(word))]);
      const found = dangers.filter(({ said }) => readings.some(([all, made]) => saysIt(said, all, made)));
      return found.length ? [...new Set(found.flatMap(({ about }) => about))] : null;
    }

    // The words of a text that are marked: those that were asked for, in whatever form.
    const isAsked = (word, terms) => terms.has(term(word));
    return { find, crisis, isAsked };
  };
}
