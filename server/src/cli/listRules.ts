import type { Rule } from "../lint/rule";
import type { FormatName } from "./formats/formatName";

/** Every rule on a line, or as JSON where that is the format. */
export function listRules(rules: readonly Rule[], format: FormatName | undefined): string {
  if (format === "json") {
    const facts = rules.map(({ id, aliases, severity, default: state, category, summary, examples }) => {
      const fixable = examples.some(({ fixed }) => fixed !== undefined);
      return { id, aliases, severity, on: state !== "off", category, summary, fixable };
    });
    return `${JSON.stringify(facts)}\n`;
  }
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  return rules
    .map(({ id, aliases, severity, default: state, summary }) => {
      const level = (state === "off" ? "off" : severity).padEnd("information".length);
      const names = aliases.length > 0 ? ` (${aliases.join(", ")})` : "";
      return `${id.padEnd(width)}  ${level}  ${summary}${names}\n`;
    })
    .join("");
}
