import type { MountKey } from "../../grammar/mountKeys";
import type { MountTypeEntry } from "../../grammar/mounts";
import { sinceProse } from "./flagProse";
import { codeBlock, paragraphs } from "./markdown";

export function mountTypeProse({
  type,
  does,
  trap,
  example,
  required,
  documentation,
}: MountTypeEntry): string {
  return paragraphs(
    `**Mount of type \`${type}\`**`,
    does,
    `**Trap:** ${trap}`,
    codeBlock(example),
    [
      required.length > 0 ? `Needs ${required.map((key) => `\`${key}\``).join(", ")}.` : undefined,
      `[Reference](${documentation})`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

export function mountKeyProse(key: MountKey): string {
  const { name, aliases, does, value, types, defaults } = key;
  const known = Object.entries(defaults).map(([type, text]) => `\`${text}\` (${type})`);
  return paragraphs(
    `**Mount key \`${name}\`**${aliases.length > 0 ? `, or ${aliases.map((alias) => `\`${alias}\``).join(", ")}` : ""}`,
    does,
    value.kind === "choice"
      ? value.choices.map((choice) => `- \`${choice.value}\`: ${choice.does}`).join("\n")
      : undefined,
    [
      `For ${types.join(", ")}.`,
      known.length > 0 ? `Default: ${known.join(", ")}.` : undefined,
      sinceProse(key),
    ]
      .filter(Boolean)
      .join(" "),
  );
}
