// Reads each file as a strict reader would: is it HTML as the standard has it, with what it
// demands for accessibility, and what does it hold?

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { definePlugin, HtmlValidate, Rule, StaticConfigLoader } from "html-validate";
import { kindOf } from "./kinds.mjs";

const LINKS = ["href", "src", "srcset", "poster", "data", "action", "cite"];
const REFRESH = /^\d+;\s*url=/i;
let held = null; // what the page being read holds; filled by the rule below

/** No rule at all: keeps what others need of the document that is being validated. */
class Anatomy extends Rule {
  setup() {
    this.on("dom:ready", ({ document }) => {
      held = anatomy(document.querySelectorAll("*"));
    });
  }
}

const checker = new HtmlValidate(
  new StaticConfigLoader({
    plugins: [definePlugin({ name: "anatomy", rules: { anatomy: Anatomy } })],
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    rules: {
      anatomy: "error",
      // A digest matters for files of other hosts; a page opened from a folder cannot check one.
      "require-sri": ["error", { target: "crossorigin" }],
    },
  }),
);

/** The page's ids, links, mark-up and where it leads by itself, and all it does wrong. */
export function readPage(folder, path) {
  held = null;
  const text = readFileSync(join(folder, path), "utf8");
  const { results } = checker.validateStringSync(text, path);
  const findings = results.flatMap(({ messages }) => messages).map((one) => ({
    code: `html:${one.ruleId}`,
    words: `line ${one.line}: ${one.message}`,
    place: path,
  }));
  return { path, kind: kindOf(path, held), ...held, findings };
}

function anatomy(elements) {
  const written = elements.map((one) => [one, attributes(one)]);
  const refresh = written.find(([, all]) => all.get("http-equiv") === "refresh");
  const leads = refresh ? refresh[1].get("content").replace(REFRESH, "") : "";
  const links = written.flatMap(([one, all]) =>
    LINKS.filter((name) => all.has(name)).map((name) => linkOf(one.tagName, all, name)),
  );
  if (leads) links.push({ element: "meta", written: leads, quiet: true });
  return {
    leads,
    links,
    ids: written.flatMap(([, all]) => all.get("id") ?? []),
    markup: [...new Set(written.flatMap(([one, all]) => shapes(one.tagName, all)))],
  };
}

function linkOf(element, all, name) {
  const quiet = (all.get("rel") ?? "").split(" ").includes("noreferrer");
  return { element, written: decoded(all.get(name)), quiet };
}

function shapes(tag, all) {
  const classes = (all.get("class") ?? "").split(/\s+/).filter(Boolean);
  return [tag, ...classes.map((name) => `${tag}.${name}`)];
}

function attributes(element) {
  return new Map(element.attributes.map((one) => [one.key, String(one.value ?? "")]));
}

function decoded(text) {
  const names = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code) => String.fromCodePoint(parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name) => names[name]);
}
