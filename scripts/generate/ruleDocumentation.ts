import type { Example, Rule } from "../../server/src/lint/rule";
import { rules } from "../../server/src/rules";

/** docs/rules.md: one section for each rule, its heading the id, so that `#id` leads to it. */
export function generateRuleDocumentation(): string {
  return `# Rules

This page is made by \`npm run generate\` from the rules themselves.

A rule answers to its id and to each of its other names, wherever a rule can be named: in settings, in suppression
comments, on the command line.

| rule | also known as | severity | fix | what it finds |
|---|---|---|---|---|
${rules.map(row).join("\n")}

${rules.map(section).join("\n")}`;
}

function row(rule: Rule): string {
  const { id, aliases, severity, summary } = rule;
  const level = rule.default === "off" ? `${severity}, off` : severity;
  return `| [${id}](#${id}) | ${aliases.join(", ")} | ${level} | ${hasFix(rule) ? "yes" : ""} | ${cell(summary)} |`;
}

function section(rule: Rule): string {
  const { id, aliases, severity, summary, rationale, examples, options } = rule;
  const wrong = examples.find(({ text }) => text.includes("[|"));
  const right = examples.find(({ text }) => !text.includes("[|"));
  const facts = [
    `Severity: ${severity}${rule.default === "off" ? " (off unless switched on)" : ""}.`,
    ...(aliases.length > 0 ? [`Also known as: ${aliases.map((name) => `\`${name}\``).join(", ")}.`] : []),
  ];
  return [
    `## ${id}`,
    summary,
    rationale,
    facts.join(" "),
    ...(options ?? []).map(
      ({ name, summary: prose, default: value }) =>
        `- Option \`${name}\` (default \`${JSON.stringify(value)}\`): ${prose}`,
    ),
    ...(wrong ? ["Reported:", fence(wrong.text)] : []),
    ...(wrong?.fixed !== undefined ? ["After the fix:", fence(wrong.fixed)] : []),
    ...(right ? ["Not reported:", fence(right.text)] : []),
    "",
  ].join("\n\n");
}

/** A fence longer than any run of backticks in the text, and the marks taken out. */
function fence(marked: string): string {
  const text = marked.replaceAll("[|", "").replaceAll("|]", "").replace(/\n$/, "");
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const ticks = "`".repeat(longest + 1);
  return `${ticks}dockerfile\n${text}\n${ticks}`;
}

function hasFix({ examples }: Rule): boolean {
  return examples.some(({ fixed }: Example) => fixed !== undefined);
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
