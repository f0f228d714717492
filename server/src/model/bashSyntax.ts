import type { BashForm } from "./bashForm";
import type { Assignment, Redirection, ShellFunction, SyntaxNode } from "./shellSyntax";

/** What a node of the tree is by itself: compound commands, redirections, assignments, functions. */
export function bashSyntax(node: SyntaxNode): BashForm[] {
  const { pos: start, end } = node;
  switch (node.type) {
    case "TestCommand":
      return [{ kind: "conditional", start, end: start + 2 }];
    case "ArithmeticCommand":
      return [{ kind: "arithmeticCommand", start, end }];
    case "ArithmeticFor":
      return [{ kind: "arithmeticFor", start, end: start + 3 }];
    case "Select":
      return [{ kind: "select", start, end: start + 6 }];
    case "Coproc":
      return [{ kind: "coprocess", start, end: start + 6 }];
    case "CaseItem": {
      const { terminator, body } = node;
      if (terminator !== ";&" && terminator !== ";;&") return [];
      return [{ kind: "fallThrough", start: body.end, end }];
    }
    case "Function":
      return ofFunction(node);
    case "Pipeline":
      return node.operators.flatMap((operator, index) => {
        const left = node.commands[index];
        if (operator !== "|&" || left === undefined) return [];
        return [{ kind: "pipeWithErrors", start: left.end, end: node.commands[index + 1]?.pos ?? end }];
      });
    case "Redirect":
    case "HereString":
      return ofRedirection(node);
    case "Assignment":
      return ofAssignment(node);
    default:
      return [];
  }
}

function ofFunction({ pos, name, body }: ShellFunction): BashForm[] {
  const found: BashForm[] = [];
  if (name.pos > pos) {
    // `name() {` stands for both `function name {` and `function name() {`.
    const edits = [{ start: pos, end: body.pos, text: `${name.text}() ` }];
    found.push({ kind: "functionKeyword", start: pos, end: pos + "function".length, edits });
  }
  if (!/^[A-Za-z_]\w*$/.test(name.text))
    found.push({ kind: "functionName", start: name.pos, end: name.end, name: name.text });
  return found;
}

function ofRedirection(node: Redirection): BashForm[] {
  const { pos: start, end, descriptor } = node;
  if (node.type === "HereDoc") return [];
  if (node.type === "HereString") return [{ kind: "hereString", start, end: start + 3 }];
  const { operator, target } = node;
  const found: BashForm[] = [];
  if (descriptor?.type === "FileDescriptorVariable")
    found.push({ kind: "namedDescriptor", start, end: descriptor.end + 1 });
  else if (descriptor !== undefined && descriptor.value > 9)
    found.push({ kind: "highDescriptor", start: descriptor.pos, end: descriptor.end });
  if (target === undefined) return found;
  if (/^\/dev\/(?:tcp|udp)\//.test(target.text))
    found.push({ kind: "networkFile", start: target.pos, end: target.end });
  const toBoth = (arrow: string) => [
    { start, end: start + operator.length, text: arrow },
    { start: target.end, end: target.end, text: " 2>&1" },
  ];
  if (operator === "&>") found.push({ kind: "outputAndErrors", start, end: start + 2, edits: toBoth(">") });
  if (operator === "&>>")
    found.push({ kind: "appendOutputAndErrors", start, end: start + 3, edits: toBoth(">>") });
  // `>&2`, `>&-` and `>&$fd` name a descriptor.
  if (operator === ">&" && descriptor === undefined && !/^(?:\d+-?|-|["']?\$.*)$/s.test(target.text))
    found.push({ kind: "outputToFile", start, end: start + 2, edits: toBoth(">") });
  return found.map((form) => ({ ...form, end: Math.min(form.end, end) }));
}

function ofAssignment({ pos, end, name, value, append, index }: Assignment): BashForm[] {
  const nameEnd = pos + name.length;
  if (value.type === "ArrayValue") return [{ kind: "array", start: value.pos, end: value.end }];
  if (index !== undefined) return [{ kind: "arrayElement", start: pos, end: value.pos - 1 }];
  return append ? [{ kind: "append", start: nameEnd, end: Math.min(nameEnd + 2, end) }] : [];
}
