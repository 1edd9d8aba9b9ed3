// Twenty proposals of a document reviewed by keys alone, in front of a large screen and on a phone
// with a keyboard; then the pages around them, each looked at closely.
//
//     node review.mjs KHRONIKA [--browser PROGRAM] [--pictures FOLDER] [--document FILE --passphrase WORDS --address URL]
//
// The document is made here, of people nobody ever was; with --document a file of one's own is read
// at a desk that is open already. Ends with 0 only if twenty were answered and nothing was found.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { begin } from "./evening.mjs";
import { Looker } from "./looker.mjs";
import { started } from "./started.mjs";
import { openBrowser } from "./view.mjs";
import { WORDS } from "./words.mjs";

const TWENTY = 20;
const ENOUGH = 4.5; // how far the colours of words and ground stand apart at the least, by WCAG 1.4.3
const LONG = 30_000; // milliseconds a page may take on a machine that does other things
const DESK = { viewport: { width: 1360, height: 900 }, isMobile: false, hasTouch: false };
const PLACES = ["Tver", "Tyumen", "Yekaterinburg", "Chita", "Samara"];
const PEOPLE = ["Saveliy Medvedkin", "Alena Ladogina", "Boris Riverin", "Vera Lanternova", "Danila Oktyabrev"];

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      browser: { type: "string", default: "/usr/bin/chromium" },
      pictures: { type: "string" },
      document: { type: "string" },
      address: { type: "string" },
      passphrase: { type: "string", default: WORDS.en.passphrase },
    },
  });
  if (positionals.length !== 1) throw new Error("Say where khronika is.");
  if (values.pictures) await mkdir(values.pictures, { recursive: true });
  const browser = await openBrowser(values.browser);
  const findings = [];
  try {
    for (const screen of ["desk", "phone"]) {
      findings.push(...(await review(browser, resolve(positionals[0]), screen, values)));
    }
  } finally {
    await browser.close();
  }
  findings.forEach((one) => console.error(`${one.place}: ${one.code}: ${one.words}`));
  console.log(`${findings.length} findings`);
  process.exitCode = findings.length ? 1 : 0;
}

async function review(browser, khronika, screen, values) {
  const folder = await mkdtemp(join(tmpdir(), "review-"));
  const desk = values.address ? { address: values.address, stop: () => {} } : await started(khronika, folder);
  const pictures = { folder: screen === "desk" ? values.pictures : undefined, every: false };
  const looker = await Looker.open(browser, {
    address: desk.address, language: "en", pictures, ...(screen === "desk" ? { screen: DESK } : {}),
  });
  looker.page.setDefaultTimeout(LONG);
  try {
    await (values.address ? comeIn(looker, values.passphrase) : begin(looker, WORDS.en, WORDS.en.empty));
    const file = values.document ?? join(folder, "report.html");
    if (!values.document) await writeFile(file, report());
    await add(looker, file);
    await answer(looker, screen);
    if (!values.document) await around(looker);
    return looker.findings;
  } finally {
    await looker.close();
    desk.stop();
    await rm(folder, { recursive: true });
  }
}

/** A report of five people, each of whom much is said. */
function report() {
  const said = PEOPLE.flatMap((name, one) => [
    `<h2>${name}</h2>`,
    `<p>${name} was arrested on ${one + 3} May 2022 in ${PLACES[one]}. ${name} was charged under Article 205.2, Part 2 of the Russian Criminal Code.</p>`,
    `<p>On ${one + 10} August 2023 the court sentenced ${name} to ${one + 4} years in a general regime colony. ${name} was born on ${one + 1} March 1990.</p>`,
  ]);
  return `<!doctype html><html lang="en"><head><title>A report of the lanterns</title></head><body><h1>A report</h1>${said.join("\n")}</body></html>`;
}

async function comeIn(looker, passphrase) {
  await looker.go("/");
  await looker.page.locator("input[type=password]").fill(passphrase);
  await looker.page.keyboard.press("Enter");
  await looker.page.waitForLoadState("load");
}

async function add(looker, file) {
  await looker.go("/documents");
  await looker.touch("Add a document");
  await looker.look("add-document");
  await looker.page.locator("input[name=how]").first().check();
  await looker.page.setInputFiles("#files", file);
  await looker.touch("Add the files");
  if (looker.page.url().endsWith("/describe")) {
    await looker.look("describe");
    await looker.touch("Save, and read it");
  }
  await looker.page.locator("#current").waitFor();
}

/** Answers twenty, each by one key; every fifth is rejected, one is taken back and given again. */
async function answer(looker, screen) {
  const { page } = looker;
  await looker.look("reader");
  await decideMarks(looker);
  const began = Date.now();
  for (let one = 0; one < TWENTY; one += 1) {
    await press(page, one % 5 === 4 ? "r" : "a");
    if (one === 7) {
      await press(page, "u");
      await press(page, "a");
    }
  }
  console.log(`${screen}: ${TWENTY} proposals by keys in ${Date.now() - began} ms`);
  const left = await page.locator(".chip.open").count();
  const answered = await page.locator(".proposals .chip.waiting, .proposals .chip.accepted, .proposals .chip.rejected").count();
  if (answered < TWENTY && !(await page.locator("[rel=prev]").count())) {
    looker.findings.push({ code: "keys", words: `${answered} answered, ${left} open`, place: screen });
  }
  const focused = await page.evaluate(() => document.activeElement?.id);
  if (focused !== "current") looker.findings.push({ code: "focus", words: `on ${focused}`, place: screen });
}

/** A mark that runs over two lines is left undecided by axe-core: its own two colours decide. */
async function decideMarks(looker) {
  const isMark = (one) => one.code === "axe-undecided:color-contrast" && /(^|: )(mark|\.current)\b/.test(one.words);
  looker.findings = looker.findings.filter((one) => !isMark(one));
  for (const theme of ["light", "dark"]) {
    await looker.page.emulateMedia({ colorScheme: theme });
    const least = await looker.page.evaluate(leastContrast);
    if (least < ENOUGH) looker.findings.push({ code: "contrast", words: `marks have ${least}`, place: theme });
  }
  await looker.page.emulateMedia({ colorScheme: "light" });
}

function leastContrast() {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\d.]+/g).slice(0, 3).map((one) => one / 255)
      .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratios = [...document.querySelectorAll("#page-words mark")].map((one) => {
    const { color, backgroundColor } = getComputedStyle(one);
    const [dim, bright] = [light(color), light(backgroundColor)].sort((a, b) => a - b);
    return (bright + 0.05) / (dim + 0.05);
  });
  return Math.min(...ratios);
}

/** Presses a key, and waits until the page is about something else. Nothing else is touched. */
async function press(page, key) {
  const about = () => page.evaluate(() => `${location.search} ${document.getElementById("current")?.textContent} ${document.querySelector("[data-told]")?.textContent}`);
  const before = await about();
  await page.keyboard.press(key);
  await page.waitForFunction(
    (was) => `${location.search} ${document.getElementById("current")?.textContent} ${document.querySelector("[data-told]")?.textContent}` !== was && document.activeElement?.id === "current",
    before,
  );
}

/** The pages around the reader: the list, a correction, a passage marked by keys, the search, a call. */
async function around(looker) {
  const { page } = looker;
  await page.keyboard.press("k");
  await looker.go("/documents");
  await looker.look("documents");
  await looker.touch("A report", { exact: false });
  await page.keyboard.press("m");
  await page.locator("#words").waitFor();
  await page.locator("#words").fill("born on 1 March 1990");
  await page.locator("#kind").selectOption("birth");
  await looker.look("mark");
  await looker.touch("Go on");
  await page.locator("#fact-date").waitFor();
  await page.locator("#fact-date").fill("1 March 1990");
  await page.locator("input[name=who]").first().check();
  await looker.look("fill");
  await looker.touch("Accept it so");
  await looker.sees("accepted");
  await selectWords(looker);
  await looker.go("/search?q=lantern");
  await looker.sees("document");
  await looker.look("search");
  await looker.go("/note-call");
  await looker.look("note-call");
}

/** Words that are selected bring a bar that leads to their form. */
async function selectWords(looker) {
  const { page } = looker;
  await page.evaluate(() => {
    const walker = document.createTreeWalker(document.getElementById("page-words"), NodeFilter.SHOW_TEXT);
    let node = walker.nextNode();
    while (node && !node.data.includes("general regime")) node = walker.nextNode();
    const from = node.data.indexOf("general regime");
    getSelection().setBaseAndExtent(node, from, node, from + "general regime".length);
  });
  await page.locator(".mark-bar a").click();
  const words = await page.locator("#words").inputValue();
  if (words.trim() !== "general regime") looker.findings.push({ code: "selection", words, place: page.url() });
}

await main();
