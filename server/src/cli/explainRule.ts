import type { Rule } from "../lint/rule";
import { rulesByName } from "../lint/ruleNames";
import { canonicalName } from "../lint/settings";
import { unknownRule } from "./unknownRule";

/** What a rule, called by any of its names, finds and why, with examples. Throws a UsageError for a name that no rule has. */
export function explainRule(rules: readonly Rule[], name: string): string {
  const found = rulesByName(rules).get(canonicalName(name));
  if (!found) throw unknownRule(rules, name);
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
