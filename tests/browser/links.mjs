// Whether every link leads to a file and a place in it, and only sources lead away.
//
// Invariants:
//
// - Nothing is requested: what a link leads to is looked up among the files of the site.
// - A link leaves the site only from an <a> that tells the other host nothing, and only to the
//   address of a published source or to the editors' letter box.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const INERT = new Set(["data:,"]); // the empty icon, so that no browser asks for one

/** The findings about the links of these pages; `files` are all files of the site. */
export async function brokenLinks(folder, files, pages) {
  const site = {
    root: pathToFileURL(`${folder}/`).href,
    files: new Set(files),
    ids: new Map(pages.map((page) => [page.path, new Set(page.ids)])),
    sources: await sourceAddresses(folder, files),
  };
  return pages.flatMap((page) =>
    page.links.flatMap((link) =>
      wrong(link, page, site).map(([code, words]) => ({ code, words, place: page.path })),
    ),
  );
}

function wrong(link, page, site) {
  if (INERT.has(link.written)) return [];
  if (link.written === "") return [["link-empty", link.from]];
  const target = new URL(link.written, page.base);
  if (target.protocol !== "file:") return leaving(link, target, site);
  if (link.written.startsWith("/") || !target.href.startsWith(site.root)) {
    return [["link-not-relative", link.written]];
  }
  return within(link, target, site);
}

function leaving(link, target, site) {
  if (target.protocol === "mailto:" && link.anchor) return [];
  if (!site.sources.has(target.href)) return [["link-leaves", link.written]];
  return link.anchor && link.quiet ? [] : [["link-tells", link.written]];
}

function within(link, target, site) {
  const path = decodeURIComponent(target.href.slice(site.root.length).split(/[?#]/)[0]);
  const place = decodeURIComponent(target.hash.slice(1));
  if (!site.files.has(path)) return [["link-no-file", link.written]];
  if (place && !site.ids.get(path)?.has(place)) return [["link-no-place", link.written]];
  return [];
}

async function sourceAddresses(folder, files) {
  if (!files.includes("data/sources.csv")) return new Set();
  const table = await readFile(join(folder, "data/sources.csv"), "utf8");
  return new Set([...table.matchAll(/https?:\/\/[^\s",]+/g)].map(([address]) => new URL(address).href));
}
