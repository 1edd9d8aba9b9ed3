// What is looked at on an open page: its accessibility, its width, its words, its links.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Every violation that axe-core finds, as `axe:RULE`; undecided ones as `axe-undecided:RULE`. */
export async function accessibility(page) {
  await page.evaluate(`window.axe || ${AXE.replace(/;\s*$/, "")}`);
  const found = await page.evaluate(
    (tags) =>
      window.axe.run(document, {
        runOnly: { type: "tag", values: tags },
        resultTypes: ["violations", "incomplete"],
        preload: false, // it would fetch style sheets, which a page from a folder cannot
      }),
    TAGS,
  );
  const named = (rules, code) =>
    rules.flatMap(({ id, nodes }) =>
      nodes.map((node) => ({ code: `${code}:${id}`, words: told(node) })),
    );
  return [...named(found.violations, "axe"), ...named(found.incomplete, "axe-undecided")];
}

/** A finding where something is wider than the screen. */
export async function overflow(page, width) {
  const { wide, inner, worst } = await page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const beyond = [...document.body.querySelectorAll("*")]
      .filter((one) => one.getBoundingClientRect().right > edge + 1)
      .map((one) => one.outerHTML.slice(0, 120));
    return {
      wide: document.documentElement.scrollWidth,
      inner: window.innerWidth,
      worst: beyond.at(-1) ?? "",
    };
  });
  if (wide <= width && inner === width) return [];
  return [{ code: "overflow", words: `${Math.max(wide, inner)} pixels on a screen of ${width}: ${worst}` }];
}

/** What a reader sees, short enough to compare: the words and how far the page reaches. */
export function sight(page) {
  return page.evaluate(() => ({
    text: document.body.innerText,
    height: document.documentElement.scrollHeight,
  }));
}

/** The page as others need it: its ids, its links, its mark-up, whether it leads elsewhere. */
export function anatomy(page) {
  return page.evaluate(() => {
    const links = (attribute) =>
      [...document.querySelectorAll(`[${attribute}]`)].map((one) => ({
        from: `${one.localName}[${attribute}]`,
        written: one.getAttribute(attribute),
        anchor: one.localName === "a",
        quiet: /\bnoreferrer\b/.test(one.getAttribute("rel") ?? ""),
      }));
    const refresh = document.querySelector('meta[http-equiv="refresh"]');
    const leads = refresh ? refresh.content.replace(/^\d+;\s*url=/i, "") : "";
    const led = leads ? [{ from: "meta[refresh]", written: leads, anchor: false, quiet: true }] : [];
    const marked = [...document.querySelectorAll("body, body *")].flatMap((one) => [
      one.localName,
      ...[...one.classList].map((name) => `${one.localName}.${name}`),
      ...one.getAttributeNames().map((name) => `${one.localName}[${name}]`),
    ]);
    return {
      base: document.baseURI,
      ids: [...document.querySelectorAll("[id]")].map((one) => one.id),
      links: ["href", "src", "srcset", "poster", "data", "action", "cite"].flatMap(links).concat(led),
      leads,
      markup: [...new Set(marked)],
    };
  });
}

function told(node) {
  const first = (node.failureSummary ?? "").split("\n")[1]?.trim() ?? "";
  return `${node.target.flat().join(" ")}: ${first}`;
}
