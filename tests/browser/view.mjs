// Opens pages in Chromium the way readers do, and says what went wrong while a page was open.
//
// Invariants:
//
// - Nothing but the site's own folder or address is ever fetched: what else is asked for is
//   stopped, and is a finding.
// - A page that leads elsewhere by itself can be held, so that it can be looked at.

import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const DESK = { viewport: { width: 1280, height: 800 } };
const TRIES = 3; // Chromium now and then takes back the opening of a file, and opens it when asked again

/** Debian's browser; it resolves no name, so that nothing can leave this machine. */
export function openBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--disable-gpu"],
  });
}

/** Where a site begins, read from the folder or from its server. */
export function origins(site) {
  return [pathToFileURL(`${site.folder}/`).href, site.address];
}

/** One screen before which pages are opened one after another. */
export class Screen {
  /** A phone or a desk, with JavaScript on or off. */
  static async open(browser, { phone, scripts }) {
    const context = await browser.newContext({
      ...(phone ? PHONE : DESK),
      javaScriptEnabled: scripts,
      serviceWorkers: "block",
    });
    const screen = new Screen(await context.newPage(), { phone, scripts });
    await screen.#guard(context);
    return screen;
  }

  constructor(page, { phone, scripts }) {
    this.page = page;
    this.phone = phone;
    this.scripts = scripts;
    this.widths = phone ? [390, 320] : [1280];
    this.width = this.widths[0];
    this.troubles = [];
    this.origin = "";
    this.held = "";
    this.#listen();
  }

  /** Opens the page; `hold` keeps a page that leads elsewhere from leading there. */
  async open(origin, path, { hold = false } = {}) {
    const address = new URL(path, origin).href;
    this.origin = origin;
    this.held = hold ? address : "";
    for (let tries = 1; ; tries += 1) {
      this.troubles = [];
      try {
        await this.page.goto(address, { waitUntil: "load" });
        return;
      } catch (stopped) {
        if (tries === TRIES || !stopped.message.includes("ERR_ABORTED")) throw stopped;
      }
    }
  }

  /** The narrowest there is. */
  narrow() {
    return this.resize(this.widths.at(-1));
  }

  /** As wide as such a screen usually is. */
  widen() {
    return this.resize(this.widths[0]);
  }

  async resize(width) {
    if (width === this.width) return;
    this.width = width;
    await this.page.setViewportSize({ width, height: this.page.viewportSize().height });
  }

  /** What went wrong since the page was opened. */
  takeTroubles() {
    return this.troubles.splice(0);
  }

  async #guard(context) {
    await context.route("**/*", (route) => {
      const address = route.request().url();
      if (!address.startsWith(this.origin)) return this.#stop(route, "foreign-request");
      const leaves = route.request().isNavigationRequest() && this.held && address !== this.held;
      return leaves ? route.abort("aborted") : route.continue();
    });
  }

  #stop(route, code) {
    this.#note(code, route.request().url());
    return route.abort("blockedbyclient");
  }

  #listen() {
    this.page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) this.#note("console", message.text());
    });
    this.page.on("pageerror", (error) => this.#note("console", String(error)));
    this.page.on("response", (answer) => {
      if (answer.status() >= 400) this.#note("not-found", answer.url());
    });
  }

  #note(code, words) {
    this.troubles.push({ code, words });
  }
}
