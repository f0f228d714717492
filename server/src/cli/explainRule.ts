import { distance } from "fastest-levenshtein";
import type { Rule } from "../lint/rule";
import { canonicalName } from "../lint/settings";
import { UsageError } from "./usageError";

/** What a rule, called by any of its names, finds and why, with examples. Throws a UsageError for a name that no rule has. */
export function explainRule(rules: readonly Rule[], name: string): string {
  const wanted = canonicalName(name);
  const found = rules.filter(({ id, aliases }) =>
    [id, ...aliases].some((each) => canonicalName(each) === wanted),
  );
  if (found.length === 0) throw new UsageError(unknown(rules, name));
  return found.map(explanation).join("\n");
}

function explanation(rule: Rule): string {
  const { id, aliases, severity, default: state, summary, rationale, examples, options = [] } = rule;
  const wrong = examples.find(({ text }) => text.includes("[|"));
  const right = examples.find(({ text }) => !text.includes("[|"));
  return [
    id,
    `${summary}\n${rationale}`,
    `Severity: ${severity}${state === "off" ? ", off unless switched on" : ""}.${
      aliases.length > 0 ? ` Also known as ${aliases.join(", ")}.` : ""
    }`,
    ...options.map(
      (option) => `Option ${option.name} (default ${JSON.stringify(option.default)}): ${option.summary}`,
    ),
    ...(wrong ? [`Reported:\n${indented(wrong.text)}`] : []),
    ...(wrong?.fixed !== undefined ? [`After the fix:\n${indented(wrong.fixed)}`] : []),
    ...(right ? [`Not reported:\n${indented(right.text)}`] : []),
    `To silence it for one instruction, write above it: # drydock ignore=${id}`,
  ]
    .map((part) => `${part.trimEnd()}\n`)
    .join("\n");
}

function indented(marked: string): string {
  const text = marked.replaceAll("[|", "").replaceAll("|]", "");
  return text.replace(/^(?=.)/gm, "    ");
}

function unknown(rules: readonly Rule[], name: string): string {
  const names = rules.flatMap(({ id, aliases }) => [id, ...aliases]);
  const nearest = names
    .map((each) => ({ each, away: distance(canonicalName(each), canonicalName(name)) }))
    .sort((a, b) => a.away - b.away)[0];
  const hint = nearest && nearest.away <= 3 ? ` Did you mean "${nearest.each}"?` : "";
  return `No rule is called "${name}".${hint} "drydock lint --list-rules" prints them all.`;
}
