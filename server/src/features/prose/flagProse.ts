import type { Flag, FlagValue } from "../../grammar/flag";
import { codeBlock, paragraphs } from "./markdown";

/** All that is known of a flag of an instruction. */
export function flagProse(keyword: string, flag: Flag): string {
  const { name, does, trap, example, documentation, value, repeatable } = flag;
  return paragraphs(
    `**${keyword} \`--${name}${value.kind === "boolean" ? "" : `=${valueForm(flag)}`}\`**`,
    does,
    value.kind === "choice"
      ? value.choices.map((choice) => `- \`${choice.value}\`: ${choice.does}`).join("\n")
      : undefined,
    trap && `**Trap:** ${trap}`,
    codeBlock(example),
    [
      flag.default === undefined ? undefined : `Default: \`${flag.default}\`.`,
      repeatable ? "May be given several times." : undefined,
      sinceProse(flag),
      `[Reference](${documentation})`,
    ]
      .filter(Boolean)
      .join(" "),
  );
}

/** Which version of the language is needed; undefined where every BuildKit has it. */
export function sinceProse({ since, labsSince }: { since?: string; labsSince?: string }): string | undefined {
  if (since === undefined) return labsSince && `Needs syntax ${labsSince}-labs.`;
  return labsSince ? `Needs syntax ${since}, or ${labsSince}-labs.` : `Needs syntax ${since}.`;
}

/** What the value of a flag looks like, in a word. */
export function valueForm({ value }: Flag): string {
  return value.kind === "choice" ? value.choices.map((choice) => choice.value).join("|") : VALUES[value.kind];
}

const VALUES: Readonly<Record<FlagValue["kind"], string>> = {
  boolean: "true|false",
  duration: "30s",
  count: "3",
  choice: "…",
  fileMode: "755",
  owner: "user:group",
  platform: "os/architecture",
  source: "stage|image",
  mount: "type=…",
  checksum: "sha256:…",
  pathPattern: "pattern",
  device: "vendor/class=name",
};
