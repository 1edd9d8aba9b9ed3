// Goes through the desk like a person with a phone, and looks at every page it comes to.

import { join } from "node:path";
import { accessibility, overflow } from "./inspect.mjs";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const NARROW = 320;
const TALLEST = 1700; // of a picture in the guide; what is below it is more of the same
const IN_GUIDE = new Set([
  "setup", "new-person", "person", "write", "publish",
  "week", "logbook", "first-hours", "parcels", "payments", "hearings",
  "documents", "reader", "search",
  "person-disputed", "entry", "pair", "mask", "text",
]);

/** One browser with one pair of eyes. */
export class Looker {
  static async open(browser, { address, language, pictures, screen = PHONE }) {
    const context = await browser.newContext({ ...screen, locale: language });
    return new Looker(await context.newPage(), { context, address, language, pictures, screen });
  }

  constructor(page, { context, address, language, pictures, screen }) {
    Object.assign(this, { page, context, address, language, pictures, screen });
    this.findings = [];
    this.clicks = 0;
    page.on("console", (one) => {
      if (["error", "warning"].includes(one.type())) this.#note("console", one.text());
    });
    page.on("pageerror", (error) => this.#note("console", String(error)));
    page.on("request", (one) => {
      const own = one.url().startsWith(address) || one.url().startsWith("data:");
      if (!own) this.#note("foreign-request", one.url());
    });
  }

  /** Opens an address of the desk by hand. */
  async go(path) {
    await this.page.goto(new URL(path, this.address).href);
  }

  /** Touches the button or link of this name. */
  async touch(name, { exact = true, role } = {}) {
    this.clicks += 1;
    const roles = role ? [role] : ["button", "link"];
    for (const one of roles) {
      const found = this.page.getByRole(one, { name, exact }).first();
      if (await found.count()) {
        await found.click();
        await this.page.waitForLoadState("load");
        return;
      }
    }
    throw new Error(`${this.language}: there is nothing to touch called ${name} on ${this.page.url()}`);
  }

  /** Types into the field of this label. */
  async type(label, text) {
    await this.page.getByLabel(label, { exact: false }).first().fill(text);
  }

  /** Chooses an answer, or ticks a box. */
  async choose(label) {
    this.clicks += 1;
    await this.page.getByLabel(label, { exact: false }).first().check();
  }

  /** Chooses from a list. */
  async pick(label, text) {
    this.clicks += 1;
    await this.page.getByLabel(label, { exact: true }).selectOption({ label: text });
  }

  /** Waits until the page says this. */
  async sees(text) {
    await this.page.getByText(text).first().waitFor({ timeout: 60_000 });
  }

  /** Looks closely at the page as it is, in light and dark; keeps a picture under this name. */
  async look(name) {
    for (const theme of ["light", "dark"]) {
      await this.page.emulateMedia({ colorScheme: theme });
      const found = await accessibility(this.page, { coloursAlone: theme === "dark" });
      found.forEach((one) => this.#note(one.code, `${theme}: ${one.words}`, name));
      await this.#picture(name, theme);
    }
    await this.page.emulateMedia({ colorScheme: "light" });
    await this.page.setViewportSize({ ...this.screen.viewport, width: NARROW });
    const wide = await overflow(this.page, NARROW);
    wide.forEach((one) => this.#note(one.code, one.words, name));
    await this.page.setViewportSize(this.screen.viewport);
  }

  async close() {
    await this.context.close();
  }

  async #picture(name, theme) {
    const { folder, every } = this.pictures;
    const isWanted = every || (IN_GUIDE.has(name) && theme === "light");
    if (!folder || !isWanted) return;
    const file = `desk-${name}-${this.language}${theme === "dark" ? "-dark" : ""}.png`;
    const { width, height } = await this.page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { width: scrollWidth, height: scrollHeight };
    });
    const clip = { x: 0, y: 0, width, height: every ? height : Math.min(height, TALLEST) };
    await this.page.screenshot({ path: join(folder, file), fullPage: true, clip });
  }

  #note(code, words, name = "") {
    this.findings.push({ code, words, place: `${this.language} ${name || this.page.url()}` });
  }
}
