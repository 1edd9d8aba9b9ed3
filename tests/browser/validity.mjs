// Whether each file is HTML as the standard has it, with what it demands for accessibility.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const checker = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard", "html-validate:a11y", "html-validate:document"],
    rules: {
      // A digest matters for files of other hosts; a page opened from a folder cannot check one.
      "require-sri": ["error", { target: "crossorigin" }],
    },
  }),
);

/** Everything the page does against the standard, as `html:RULE`. */
export async function validity(folder, path) {
  const { results } = await checker.validateString(await readFile(join(folder, path), "utf8"));
  return results.flatMap(({ messages }) =>
    messages.map((one) => ({
      code: `html:${one.ruleId}`,
      words: `line ${one.line}: ${one.message}`,
    })),
  );
}
