// A page with planted faults goes the same way as every page, in the same run, and must fail at
// each of them: a check that cannot fail proves nothing.

import { cp } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { filesBelow } from "./build.mjs";
import { brokenLinks } from "./links.mjs";
import { closeLook, glance } from "./look.mjs";
import { validity } from "./validity.mjs";

const PATH = "control/index.html";
const PLANTED = [
  "axe:color-contrast",
  "axe:duplicate-id-aria",
  "axe:html-has-lang",
  "axe:image-alt",
  "axe:link-name",
  "console",
  "foreign-request",
  "html:element-required-attributes",
  "html:no-dup-id",
  "html:wcag/h30",
  "html:wcag/h37",
  "kind-unknown",
  "link-leaves",
  "link-no-file",
  "link-no-place",
  "link-not-relative",
  "not-found",
  "overflow",
  "text-differs",
];
// What must be seen in each single way with JavaScript, not merely in one of them.
const IN_EVERY_WAY = PLANTED.filter((code) => code.startsWith("axe:"));

/** The planted faults that were not found, each as a finding; none is as it should be. */
export async function unnoticed(screens, site) {
  const source = fileURLToPath(new URL("control", import.meta.url));
  await cp(source, join(site.folder, "control"), { recursive: true });
  const page = await glance(screens[0], site, PATH);
  const close = await closeLook(screens, page);
  const found = [
    ...page.findings,
    ...close,
    ...(await validity(site.folder, PATH)),
    ...(await brokenLinks(site.folder, await filesBelow(site.folder), [page])),
  ];
  return [...missing(PLANTED, found, "in no way"), ...missingInSome(close)];
}

function missingInSome(close) {
  const ways = new Map();
  for (const one of close) ways.set(one.place, [...(ways.get(one.place) ?? []), one]);
  const scripted = [...ways].filter(([way]) => !way.includes("no scripts"));
  return scripted.flatMap(([way, found]) => missing(IN_EVERY_WAY, found, way));
}

function missing(wanted, found, way) {
  const codes = new Set(found.map((one) => one.code));
  return wanted
    .filter((code) => !codes.has(code))
    .map((code) => ({ code: "control-unnoticed", place: PATH, words: `${code}: ${way}` }));
}
