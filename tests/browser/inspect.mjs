// What is looked at on an open page: its accessibility, its width, its words.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const OF_COLOURS = ["color-contrast", "link-in-text-block"];

/** What axe-core finds: `axe:RULE`, and `axe-undecided:RULE` where it leaves it to a person. */
export async function accessibility(page, { coloursAlone }) {
  await page.evaluate(`window.axe || ${AXE}`);
  const runOnly = coloursAlone
    ? { type: "rule", values: OF_COLOURS }
    : { type: "tag", values: TAGS };
  const found = await page.evaluate(runAxe, runOnly);
  return found.map(({ code, target, summary }) => ({
    code,
    words: `${target}: ${(summary.split("\n")[1] ?? "").trim()}`,
  }));
}

function runAxe(runOnly) {
  const options = {
    runOnly,
    resultTypes: ["violations", "incomplete"],
    preload: false, // it would fetch style sheets, which a page from a folder cannot
  };
  const told = (rules, code) =>
    rules.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({
        code: `${code}:${id}`,
        target: node.target.flat().join(" "),
        summary: node.failureSummary ?? "",
      })),
    );
  return window.axe
    .run(document, options)
    .then(({ violations, incomplete }) => [
      ...told(violations, "axe"),
      ...told(incomplete, "axe-undecided"),
    ]);
}

/** A finding where something is wider than the screen. */
export async function overflow(page, width) {
  const wide = await page.evaluate(() =>
    Math.max(document.documentElement.scrollWidth, window.innerWidth),
  );
  if (wide <= width) return [];
  const words = `${wide} pixels on a screen of ${width}: ${await page.evaluate(widest)}`;
  return [{ code: "overflow", words }];
}

function widest() {
  const edge = document.documentElement.clientWidth + 1;
  const beyond = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > edge,
  );
  return beyond.at(-1)?.outerHTML.slice(0, 120) ?? "the page itself";
}

/**
 * What a reader sees, short enough to compare: the words and how far the page reaches. Buttons,
 * choices and what these answer are left out: they are what JavaScript may add.
 */
export function sight(page) {
  return page.evaluate(() => {
    const height = document.documentElement.scrollHeight;
    const tools = [...document.querySelectorAll("button, fieldset, [role=status]")];
    tools.forEach((one) => one.style.setProperty("display", "none", "important"));
    const text = document.body.innerText.replace(/\s+/g, " ").trim();
    tools.forEach((one) => one.style.removeProperty("display"));
    return { text, height };
  });
}
