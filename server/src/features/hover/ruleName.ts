import type { Position } from "vscode-languageserver-types";
import { rulesByName } from "../../lint/ruleNames";
import { canonicalName } from "../../lint/settings";
import { suppressionsOf } from "../../lint/suppressions";
import type { Dockerfile } from "../../model/dockerfile";
import { rules } from "../../rules";
import { contains } from "../contains";
import { paragraphs } from "../prose/markdown";
import type { Found } from "./found";

/** The name of a rule in a comment or directive that silences it: what it would find. */
export function hoverRuleName(dockerfile: Dockerfile, position: Position): Found | undefined {
  const name = suppressionsOf(dockerfile)
    .flatMap(({ names }) => names)
    .find(({ range }) => contains(range, position));
  const meant = name && rulesByName(rules).get(canonicalName(name.text));
  if (!name || !meant) return undefined;
  const prose = meant.map(({ id, summary, rationale }) =>
    paragraphs(`**\`${id}\`** – ${summary}`, rationale),
  );
  return { range: name.range, value: paragraphs(...prose) };
}
