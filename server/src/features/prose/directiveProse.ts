import type { Directive } from "../../grammar/directives";
import { sinceProse } from "./flagProse";
import { codeBlock, paragraphs } from "./markdown";

export function directiveProse(entry: Directive): string {
  const { name, does, trap, examples, values, documentation } = entry;
  return paragraphs(
    `**Parser directive \`${name}\`**`,
    does,
    `**Trap:** ${trap}`,
    codeBlock(examples.join("\n")),
    values.map((choice) => `- \`${choice.value.replace("`", "backtick")}\`: ${choice.does}`).join("\n"),
    [sinceProse(entry), `[Reference](${documentation})`].filter(Boolean).join(" "),
  );
}
