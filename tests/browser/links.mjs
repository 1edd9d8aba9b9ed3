// Whether every link leads to a file and a place in it, and only sources lead away.
//
// Invariants:
//
// - Nothing is requested: what a link leads to is looked up among the files of the site.
// - A link leaves the site only from an <a> that tells the other host nothing, and only to an
//   address that the published data hold as well, to where the program's own advice was read, or
//   to the editors' letter box.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const INERT = "data:,"; // the empty icon, so that no browser asks for one
const DATA = ["data/sources.csv", "data/claims.jsonl"];
const ADVICE = fileURLToPath(new URL("../../src/khronika/solidarity/advice.yaml", import.meta.url));
const ABROAD = /https?:\/\/[^\s",\\]+/g;

/** The findings about the links of these pages; `files` are all files of the site. */
export function brokenLinks(folder, files, pages) {
  const site = {
    root: pathToFileURL(`${folder}/`).href,
    files: new Set(files),
    ids: new Map(pages.map((page) => [page.path, new Set(page.ids)])),
    published: publishedAddresses(folder),
  };
  return pages.flatMap((page) =>
    page.links.flatMap((link) =>
      wrong(link, page, site).map((code) => ({ code, words: link.written, place: page.path })),
    ),
  );
}

function wrong(link, page, site) {
  if (link.written === INERT) return [];
  if (link.written === "") return ["link-empty"];
  if (link.written.startsWith("/")) return fromTheRoot(link, page, site);
  const target = new URL(link.written, site.root + page.path);
  if (target.protocol !== "file:") return leaving(link, target, site);
  return target.href.startsWith(site.root) ? within(target, site) : ["link-leaves"];
}

/** Only the page for an address that does not exist may do so: it stands at any depth. */
function fromTheRoot(link, page, site) {
  if (page.kind !== "missing") return ["link-not-relative"];
  return within(new URL(link.written.slice(1), site.root), site);
}

function leaving(link, target, site) {
  if (target.protocol === "mailto:" && link.element === "a") return [];
  if (!site.published.has(target.href)) return ["link-leaves"];
  return link.element === "a" && link.quiet ? [] : ["link-tells"];
}

function within(target, site) {
  const path = decodeURIComponent(target.href.slice(site.root.length).split(/[?#]/)[0]);
  const place = decodeURIComponent(target.hash.slice(1));
  if (!site.files.has(path)) return ["link-no-file"];
  return place && !site.ids.get(path)?.has(place) ? ["link-no-place"] : [];
}

function publishedAddresses(folder) {
  const files = [...DATA.map((path) => join(folder, path)), ADVICE];
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const written = texts.flatMap((text) => [...text.matchAll(ABROAD)]);
  return new Set(written.map(([address]) => new URL(address).href));
}
