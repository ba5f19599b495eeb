// A sheet that is printed takes the pages of its PDF: what begins a page there begins it here. What is typed is set closer
// where its room is too small, and then all of the sheet smaller, as long as it can be read. Answers that are longer than the
// paper are printed as large as usual, on more pages.
function paging(form) {
  const CLOSER = 3; // steps of .typed[data-closer]
  const SIZES = [1, .97, .94, .91, .88, .85, .82, .79, .76, .73];
  const style = document.querySelector("link[media=print]");
  const most = Number(form.dataset.pages) || Infinity;
  const starts = () => [...form.querySelectorAll(".leaf")];

  // Lays the sheet out as printed, with its pages side by side.
  function asPrinted(work) {
    style.media = "all";
    form.classList.add("sheet--measured");
    try {
      work();
    } finally {
      form.classList.remove("sheet--measured");
      style.media = "print";
    }
  }

  const pageOf = part => {
    const [sheet, place] = [form.getBoundingClientRect(), part.getBoundingClientRect()];
    return Math.floor(Math.abs(place.left - sheet.left) / sheet.width + .1) + 1;
  };

  const setWide = () => form.querySelectorAll(".typed").forEach(one => delete one.dataset.closer);
  function setCloser() {
    const typed = [...form.querySelectorAll(".typed")].filter(one => one.textContent.trim());
    const isFull = one => {
      const lines = one.parentElement.firstElementChild;
      const words = document.createRange();
      words.selectNodeContents(one);
      return words.getBoundingClientRect().height > lines.childElementCount * lines.firstElementChild.offsetHeight + 1;
    };
    for (let step = 1, full = typed.filter(isFull); step <= CLOSER && full.length; step++) {
      for (const one of full) one.dataset.closer = step;
      full = full.filter(isFull);
    }
  }

  function fits(size) {
    form.style.setProperty("--set", size);
    begin();
    return pageOf(form.querySelector(".sheet__foot")) <= most;
  }

  // Begins each page with what begins it in the PDF, unless it is that far already.
  function begin() {
    for (const start of starts()) start.classList.remove("leaf--begins");
    for (const start of starts()) start.classList.toggle("leaf--begins", pageOf(start) < Number(start.dataset.page));
  }

  return () => asPrinted(() => {
    setWide();
    setCloser();
    form.dispatchEvent(new Event("measured"));
    if (SIZES.some(fits)) return;
    setWide();
    fits(1);
  });
}
