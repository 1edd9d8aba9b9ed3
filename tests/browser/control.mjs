// A page with planted faults goes the same way as every page, in the same run, and must fail at
// each of them: a check that cannot fail proves nothing.

import { cpSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { filesBelow } from "./build.mjs";
import { brokenLinks } from "./links.mjs";
import { closeLook, wantsAxe, wayOf } from "./look.mjs";
import { readPage } from "./markup.mjs";
import { origins } from "./view.mjs";

const PATH = "control/index.html";
const PLANTED = [
  "axe-undecided:duplicate-id-aria",
  "axe:color-contrast",
  "axe:html-has-lang",
  "axe:image-alt",
  "axe:link-name",
  "console",
  "foreign-request",
  "html:element-required-attributes",
  "html:no-dup-id",
  "html:wcag/h30",
  "html:wcag/h37",
  "link-leaves",
  "link-no-file",
  "link-no-place",
  "link-not-relative",
  "not-found",
  "overflow",
  "text-differs",
];
// What must be seen in each way in which axe-core looks, not merely in one of them.
const BY_AXE = PLANTED.filter((code) => code.startsWith("axe"));

/** The planted faults that were not found, each as a finding; none is as it should be. */
export async function unnoticed(screens, site) {
  const source = fileURLToPath(new URL("control", import.meta.url));
  cpSync(source, join(site.folder, "control"), { recursive: true });
  const page = { site, ...readPage(site.folder, PATH) };
  const close = await closeLook(screens, page);
  const links = brokenLinks(site.folder, await filesBelow(site.folder), [page]);
  return [
    ...(page.kind ? [{ code: "control-unnoticed", place: PATH, words: "a kind is known" }] : []),
    ...missing(PLANTED, [...page.findings, ...close, ...links], "in no way"),
    ...missingInSome(screens, site, close),
  ];
}

function missingInSome(screens, site, close) {
  const ways = origins(site).flatMap((origin) =>
    screens.filter((screen) => wantsAxe(origin, screen)).map((screen) => wayOf(origin, screen)),
  );
  return ways.flatMap((way) =>
    missing(BY_AXE, close.filter((one) => one.place.includes(`(${way})`)), way),
  );
}

function missing(wanted, found, way) {
  const codes = new Set(found.map((one) => one.code));
  return wanted
    .filter((code) => !codes.has(code))
    .map((code) => ({ code: "control-unnoticed", place: PATH, words: `${code}: ${way}` }));
}
