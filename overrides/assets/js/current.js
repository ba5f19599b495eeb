// The QR code of a printed sheet leads to #v-<its version>. Where that is not this page's version, the page says so.
{
  const other = document.querySelector("[data-current]");
  const printed = /^#v-([0-9a-f]{7})$/.exec(location.hash)?.[1];
  if (printed && printed !== other.dataset.current) {
    other.textContent = other.dataset.older.replace("{printed}", printed);
    other.closest("section").scrollIntoView();
  }
}
