/**
 * A shell script with every blank that means nothing made one, or none beside an operator: what two scripts have in common
 * that differ in layout alone. Knows quotes and substitutions and nothing else, so that it can judge a real parser.
 */
export function squeezedScript(script: string): string {
  const out: string[] = [];
  const open: string[] = [];
  for (let at = 0; at < script.length; at++) {
    const character = script[at] ?? "";
    const inside = open.at(-1);
    if (inside === "'") {
      out.push(character);
      if (character === "'") open.pop();
    } else if (character === "\\") {
      out.push(character, script[at + 1] ?? "");
      at++;
    } else if (script.startsWith("$(", at)) {
      out.push("$(");
      open.push("$(");
      at++;
    } else if (script.startsWith("${", at)) {
      out.push("${");
      open.push("${");
      at++;
    } else if (character === '"' || character === "`") {
      out.push(character);
      if (inside === character) open.pop();
      else open.push(character);
    } else if (inside === "${" || inside === '"' || inside === "`") {
      out.push(character);
      if (inside === "${" && character === "}") open.pop();
    } else if (character === "'") {
      out.push(character);
      open.push(character);
    } else if (character === "#" && /[\s;&|()]/.test(out.at(-1) ?? " ")) {
      // A comment says nothing to the shell.
      const end = script.indexOf("\n", at);
      at = (end < 0 ? script.length : end) - 1;
    } else if (character === "(") {
      out.push(character);
      open.push("(");
    } else if (character === ")") {
      out.push(character);
      if (inside === "(" || inside === "$(") open.pop();
    } else if (character === " " || character === "\t") {
      const next = script.slice(at).search(/[^ \t]|$/) + at;
      const isBeside = /[;&|()]/.test(out.at(-1) ?? ";") || /[;&|()]/.test(script[next] ?? ";");
      if (!isBeside) out.push(" ");
      at = next - 1;
    } else out.push(character);
  }
  return out.join("");
}
