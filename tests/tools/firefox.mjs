// The site in a stock Firefox, over WebDriver BiDi: `node tests/tools/firefox.mjs <address> <pages…>`, called by firefox.py.
// Says every fault as a line, and ends with 1 where there is one.
import puppeteer from "puppeteer-core";

const [origin, firefox, ...pages] = process.argv.slice(2);
const faults = [];
const fault = (address, what) => faults.push(`${address}: ${what}`);

const browser = await puppeteer.launch({ browser: "firefox", executablePath: firefox, headless: true });
const page = await browser.newPage();
const here = () => page.url().replace(origin, "/");
page.on("console", message => { if (["error", "warn"].includes(message.type())) fault(here(), message.text()); });
page.on("pageerror", error => fault(here(), error.message));
page.on("request", request => { if (!/^(data:|about:)/.test(request.url()) && !request.url().startsWith(origin)) fault(here(), `asked for ${request.url()}`); });

const MARKER = "marigoldword";
const FIELDS = "#sheet textarea[name]";
const LONG = "some words that go on ".repeat(90);

async function readEveryPage() {
  await page.setViewport({ width: 320, height: 640 });
  for (const address of pages) {
    await page.goto(origin + address);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > 320) fault(address, `is ${wide} px wide on a screen of 320`);
  }
}

async function writeAndPrint() {
  await page.goto(`${origin}worksheets/a-side-of-me/`);
  const clipped = await page.$$eval(FIELDS, (fields, words) => fields.map(field => {
    field.value = words;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    return field.scrollHeight > field.clientHeight + 1 ? field.name : "";
  }).filter(Boolean), LONG);
  if (clipped.length) fault(here(), `cuts what is written in ${clipped}`);
  await page.$eval("[name=warmth][value='7']", one => one.click());
  if (!await page.$eval(".take-back", one => one.checkVisibility())) fault(here(), "a scale cannot be taken back");
  const paper = await page.pdf();
  if (!paper.length) fault(here(), "prints nothing");
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie, location.href, document.title]));
  if (kept.includes("some words")) fault(here(), "keeps what was typed beyond the tab");
  await page.reload();
  if (await page.$eval(FIELDS, field => field.value) !== LONG) fault(here(), "loses what was typed when it is loaded again");
}

async function search() {
  await page.setViewport({ width: 1280, height: 800 });
  await page.goto(origin);
  await page.click(".bar [data-open-search]");
  await page.type(".find input", "seven-ev");
  await page.waitForSelector(".find a[href$='worksheets/seven-evenings/']", { timeout: 10_000 });
  await page.$eval(".find input", one => { one.value = ""; });
  await page.type(".find input", MARKER);
  await page.waitForFunction(() => document.querySelector(".find [role=status]").textContent.startsWith("No page found"), { timeout: 10_000 });
  if (page.url().includes(MARKER)) fault(here(), "writes what is searched for into the address");
}

for (const [name, act] of Object.entries({ readEveryPage, writeAndPrint, search })) {
  try { await act(); } catch (error) { fault(name, error.message); }
}
console.log([...faults, `${await browser.version()}: ${pages.length} pages, ${faults.length} faults`].join("\n"));
await browser.close();
process.exit(faults.length ? 1 : 0);
