// A fact that holds until a day is followed, from the next day on, by what the page says of it then: the site may not
// have been built anew.
for (const fact of document.querySelectorAll("[data-until]")) {
  const end = new Date(`${fact.dataset.until}T00:00`);
  end.setDate(end.getDate() + 1);
  if (new Date() >= end) fact.textContent = fact.dataset.after;
}
