// For the clinic's own website: gives a frame that shows a page of this library the height of that page.
{
  const library = new URL(document.currentScript.src).origin;
  const tallest = 30_000; // pixels: ten times the longest sheet on a phone
  const ours = frame => frame.tagName === "IFRAME" && frame.src.startsWith(`${library}/`);
  const ask = frame => frame.contentWindow.postMessage("height?", library);

  addEventListener("message", ({ source, origin, data }) => {
    if (origin !== library || !(Number.isFinite(data?.height) && data.height > 0)) return;
    const frame = [...document.querySelectorAll("iframe")].find(one => ours(one) && one.contentWindow === source);
    if (frame) frame.style.height = `${Math.min(data.height, tallest)}px`;
  });
  document.addEventListener("load", ({ target }) => { if (target.tagName && ours(target)) ask(target); }, true);
  if (document.readyState === "complete") [...document.querySelectorAll("iframe")].filter(ours).forEach(ask);
}
