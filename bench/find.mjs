// Types into the page to find on, from a folder, and tells bytes and milliseconds for each thing
// typed: `node find.mjs FOLDER`. Ends with 1 where an aim is missed or the right name is not found.
//
// Milliseconds run from the key to the list on screen, on a page freshly opened each time.

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openBrowser, Screen } from "../tests/browser/view.mjs";

const MOST_BYTES = 50_000;
const MOST_MILLISECONDS = 50;
const NAMES = 40;

const folder = process.argv[2];
const browser = await openBrowser("/usr/bin/chromium");
try {
  const screen = await Screen.open(browser, { phone: false, scripts: true });
  const rows = [];
  for (const typed of await somethingToType()) rows.push(await find(screen, typed));
  report(rows);
  process.exitCode = rows.every(isGood) ? 0 : 1;
} finally {
  await browser.close();
}

/** Names from all over the blocks: whole, their first word, the first letters of it, in Latin. */
async function somethingToType() {
  const blocks = (await readdir(join(folder, "en/find"))).filter((name) => /^\d/.test(name));
  const step = Math.max(1, Math.floor(blocks.length / NAMES));
  const typed = [];
  for (let number = 0; number < blocks.length; number += step) {
    const text = await readFile(join(folder, `en/find/${number}.js`), "utf8");
    const rows = JSON.parse(text.slice(text.indexOf(",") + 1, text.lastIndexOf(")")));
    const [, name, page] = rows[Math.floor(rows.length / 2)];
    typed.push({ words: name, page }, { words: name.split(" ")[0] }, { words: name.slice(0, 3) });
  }
  return typed;
}

async function find(screen, { words, page }) {
  const asked = [];
  const listen = (request) => asked.push(request.url());
  screen.page.on("request", listen);
  await screen.open(pathToFileURL(`${folder}/`).href, "ru/find.html");
  await screen.page.waitForSelector("#wanted:not([hidden])", { state: "visible" });
  const spent = await screen.page.evaluate(typeAndWait, words);
  screen.page.off("request", listen);
  const scripts = [...new Set(asked)].filter((url) => url.endsWith(".js")).map((url) => new URL(url));
  const sizes = await Promise.all(scripts.map(async (url) => (await stat(url)).size));
  const found = page ? await screen.page.locator(`#found a[href="${page}"]`).count() : 1;
  return { words, spent, bytes: sizes.reduce((one, other) => one + other, 0), found: found > 0 };
}

/** In the page: types the words at once, and waits for the answer. */
function typeAndWait(words) {
  return new Promise((tell) => {
    const input = document.getElementById("wanted");
    const list = document.getElementById("found");
    const began = performance.now();
    const done = () => {
      watch.disconnect();
      tell(performance.now() - began);
    };
    const watch = new MutationObserver(done);
    watch.observe(list, { childList: true });
    watch.observe(document.getElementById("nothing"), { attributes: true });
    input.value = words;
    input.dispatchEvent(new Event("input"));
  });
}

function isGood({ spent, bytes, found }) {
  return found && bytes <= MOST_BYTES && spent <= MOST_MILLISECONDS;
}

function report(rows) {
  const worst = (what) => Math.max(...rows.map(what));
  const sorted = rows.map((row) => row.spent).sort((one, other) => one - other);
  const [half, most] = [0.5, 0.95].map((part) => sorted[Math.floor(part * sorted.length)].toFixed(1));
  console.log(`${rows.length} things typed, ${rows.filter((row) => row.found).length} answered right`);
  console.log(`bytes: at most ${worst((row) => row.bytes)} (aim ${MOST_BYTES})`);
  console.log(`ms: p50 ${half}, p95 ${most}, at most ${sorted.at(-1).toFixed(1)} (aim ${MOST_MILLISECONDS})`);
  rows.filter((row) => !isGood(row)).forEach((row) => console.log("missed:", JSON.stringify(row)));
}
