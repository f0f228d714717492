import {
  captures,
  type Escape,
  endOfInstruction,
  keyOf,
  type Repository,
  type Rule,
  token,
  use,
} from "./rule";

const powershellKeywords =
  "begin|break|catch|class|continue|data|do|else|elseif|end|enum|exit|filter|finally|for|foreach|function|if|in|param|process|return|switch|throw|trap|try|until|using|while";
const powershellOperators =
  "and|or|xor|not|band|bor|bxor|bnot|shl|shr|is|isnot|as|join|split|replace|creplace|ireplace|f|[ci]?(?:eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin)";
const promptCommands =
  "assoc|call|cd|chdir|cls|copy|date|del|dir|echo|endlocal|erase|exit|goto|md|mkdir|mklink|move|path|popd|pushd|rd|ren|rename|rmdir|set|setlocal|shift|start|time|type|ver|vol";

/** PowerShell and the command prompt, which Windows images run their shell form with. Every rule ends where the instruction does. */
export function windowsShellRules(escaping: Escape): Repository {
  const lines = use("lines", escaping);
  const powershell = use("powershell", escaping);
  const expansion = use("powershell-expansion", escaping);
  // So that the closing bracket of a group does not close the substitution around it.
  const group: Rule = {
    begin: String.raw`\(`,
    end: String.raw`\)|${endOfInstruction}`,
    patterns: [powershell],
  };
  return {
    [keyOf("powershell", escaping)]: {
      patterns: [
        lines,
        {
          name: "comment.block.powershell.dockerfile",
          begin: "<#",
          end: `#>|${endOfInstruction}`,
          patterns: [lines],
        },
        {
          name: "comment.line.number-sign.powershell.dockerfile",
          begin: String.raw`(?<![^\s;{}()|])#`,
          end: endOfInstruction,
          patterns: [lines],
        },
        {
          name: "string.quoted.double.powershell.dockerfile",
          begin: '"',
          end: `"(?!")|${endOfInstruction}`,
          patterns: [
            lines,
            token("constant.character.escape.powershell", String.raw`""|\x60[^\n]|\\"`),
            expansion,
          ],
        },
        {
          name: "string.quoted.single.powershell.dockerfile",
          begin: "'",
          end: `'(?!')|${endOfInstruction}`,
          patterns: [lines, token("constant.character.escape.powershell", "''")],
        },
        expansion,
        group,
        {
          match: String.raw`(\[)([A-Za-z][\w.]*(?:\[\])?)(\])`,
          captures: captures(
            "punctuation.section.bracket",
            "storage.type.powershell",
            "punctuation.section.bracket",
          ),
        },
        token(
          "keyword.operator.word.powershell",
          String.raw`(?i)(?<=[\s)])-(?:${powershellOperators})(?=[\s(])`,
        ),
        token("constant.other.option.powershell", String.raw`(?<=[\s(])-[A-Za-z]\w*:?`),
        token("keyword.control.powershell", String.raw`(?i)(?<![\w.$-])(?:${powershellKeywords})(?![\w-])`),
        token("support.function.cmdlet.powershell", String.raw`(?<![\w.$-])[A-Za-z]+-[A-Za-z][A-Za-z0-9]*`),
        token("entity.name.function.method.powershell", String.raw`(?<=\.|::)[A-Za-z]\w*(?=\()`),
        token("variable.other.member.powershell", String.raw`(?<=[)\]]\.|::)[A-Za-z]\w*`),
        {
          match: String.raw`(?i)(?<![\w.-])(0x[0-9a-f]+|\d+(?:\.\d+)*)([kmgtp]b)?\b`,
          captures: captures("constant.numeric.powershell", "keyword.other.unit.powershell"),
        },
        token("keyword.operator.powershell", String.raw`\|\||&&|[|;&=+*%!]|::|[<>]+`),
      ],
    },
    [keyOf("powershell-expansion", escaping)]: {
      patterns: [
        {
          name: "meta.substitution.powershell.dockerfile",
          begin: String.raw`[$@]\(`,
          end: String.raw`\)|${endOfInstruction}`,
          patterns: [group, powershell],
        },
        token("constant.language.powershell", String.raw`(?i)\$(?:true|false|null)\b`),
        {
          name: "variable.other.readwrite.powershell.dockerfile",
          match: String.raw`(\$)(?:(?i:(env|global|local|private|script|using|function|variable)(:))?\w+|\{[^}\n]*\}|[?$^])`,
          captures: captures(
            "punctuation.definition.variable",
            "storage.modifier.scope.powershell",
            "punctuation.separator",
          ),
        },
      ],
    },
    [keyOf("prompt", escaping)]: {
      patterns: [
        lines,
        {
          begin: String.raw`(?i)(?<![\w.\\/-])((?:powershell|pwsh)(?:\.exe)?)(?=\s)`,
          end: endOfInstruction,
          beginCaptures: captures("entity.name.function.command.prompt"),
          patterns: [powershell],
        },
        {
          name: "comment.line.rem.prompt.dockerfile",
          begin: String.raw`(?i)(?<![^\s&|(@])rem(?=\s)|(?<!\S)::`,
          end: endOfInstruction,
          patterns: [lines],
        },
        {
          name: "string.quoted.double.prompt.dockerfile",
          begin: '"',
          end: `"|${endOfInstruction}`,
          patterns: [lines, use("prompt-variable")],
        },
        use("prompt-variable"),
        {
          match: String.raw`(?i)(&&|\|\||[&|(@]|\G)[ \t]*(?!(?:rem|if|for|powershell|pwsh)(?:\.exe)?\s)(?:(${promptCommands})|([\w.:\\/-]+))(?=[\s&|<>)])`,
          captures: captures(
            "keyword.operator.control.prompt",
            "support.function.builtin.prompt",
            "entity.name.function.command.prompt",
          ),
        },
        token(
          "keyword.control.prompt",
          String.raw`(?i)(?<![\w.\\/-])(?:if|else|for|in|do|not|exist|defined|errorlevel|goto|call)(?=\s)`,
        ),
        token("constant.other.option.prompt", String.raw`(?<=\s)(?:/[A-Za-z?][\w:-]*|--?[A-Za-z][\w-]*)`),
        token("constant.character.escape.prompt", String.raw`\^[^\n]`),
        token("keyword.operator.prompt", String.raw`&&|\|\||[&|()<>]+|==`),
        token("constant.numeric.prompt", String.raw`(?<=[\s=])\d+(?=\s)`),
      ],
    },
  };
}

export const promptVariable: Repository = {
  "prompt-variable": {
    name: "variable.other.readwrite.prompt.dockerfile",
    match: String.raw`(%)(?:~?\w[\w()]*(?::[^%\n]*)?%|%?~?[A-Za-z]\b)|(!)\w+!`,
    captures: captures("punctuation.definition.variable", "punctuation.definition.variable"),
  },
};
