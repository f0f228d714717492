import type { BashForm, ScriptNames } from "./bashForm";
import type { SyntaxNode } from "./shellSyntax";

/** What stands within words: quotes, patterns, expansions, arithmetic. */
export function bashExpansions(node: SyntaxNode, { assigned }: ScriptNames): BashForm[] {
  const { pos: start, end } = node;
  switch (node.type) {
    case "AnsiCQuoted":
      return [{ kind: "escapedQuote", start, end }];
    case "LocaleString":
      return [{ kind: "translatedQuote", start, end, edits: [{ start, end: start + 1, text: "" }] }];
    case "BraceExpansion":
      // With quotes within it is more likely text that happens to have braces, and comes out as it is.
      return /["'\\]/.test(node.text) ? [] : [{ kind: "braceExpansion", start, end }];
    case "ProcessSubstitution":
      return [{ kind: "processSubstitution", start, end }];
    case "ExtendedGlob":
      return [{ kind: "extendedPattern", start, end }];
    case "ArithmeticExpansion": {
      if (!node.text.startsWith("$[")) return [];
      const edits = [
        { start, end: start + 2, text: "$((" },
        { start: end - 1, end, text: "))" },
      ];
      return [{ kind: "oldArithmetic", start, end, edits }];
    }
    case "ArithmeticUnary":
      return node.operator === "++" || node.operator === "--" ? [{ kind: "increment", start, end }] : [];
    case "ArithmeticBinary":
      return node.operator === "**" ? [{ kind: "power", start, end }] : [];
    case "ArithmeticWord":
      return /^\d+#/.test(node.value) ? [{ kind: "numberBase", start, end }] : [];
    case "SimpleExpansion":
      return ofVariable(node.text.slice(1), start, end, assigned);
    case "CommandExpansion": {
      const only = node.script?.commands.length === 1 ? node.script.commands[0]?.command : undefined;
      if (only?.type !== "Command" || only.name !== undefined) return [];
      const [redirect] = only.prefix;
      const reads = only.prefix.length === 1 && redirect?.type === "Redirect" && redirect.operator === "<";
      if (!reads || redirect.descriptor !== undefined || !node.text.startsWith("$(")) return [];
      return [
        {
          kind: "readFile",
          start,
          end,
          edits: [{ start: redirect.pos, end: redirect.pos + 1, text: "cat " }],
        },
      ];
    }
    case "ParameterExpansion": {
      const { parameter, prefix, index, operation } = node;
      if (index !== undefined) return [{ kind: "arrayElement", start, end }];
      if (prefix === "!") return [{ kind: "indirection", start, end }];
      switch (operation?.type) {
        case "Replace":
          return [{ kind: "replacement", start, end }];
        case "Slice":
          return [{ kind: "substring", start, end }];
        case "CaseModification":
          return [{ kind: "letterCase", start, end }];
        // With a default it is thought of that it may not be there.
        case "Default":
          return [];
        default:
          return ofVariable(parameter, start, end, assigned);
      }
    }
    default:
      return [];
  }
}

function ofVariable(name: string, start: number, end: number, assigned: ReadonlySet<string>): BashForm[] {
  if (assigned.has(name)) return [];
  if (name === "RANDOM") return [{ kind: "random", start, end, name }];
  return bashVariables.has(name) ? [{ kind: "variable", start, end, name }] : [];
}

const bashVariables = new Set([
  "BASHPID",
  "BASH_SOURCE",
  "DIRSTACK",
  "EUID",
  "FUNCNAME",
  "HOSTTYPE",
  "MACHTYPE",
  "OSTYPE",
  "PIPESTATUS",
  "SECONDS",
  "UID",
]);
