import {
  captures,
  type Escape,
  endOfInstruction,
  escapePattern,
  keyOf,
  plain,
  type Repository,
  type Rule,
  token,
  use,
} from "./rule";

/** Words, strings, variables and exec forms as the builder itself reads them. */
export function valueRules(escaping: Escape): Repository {
  const character = escapePattern[escaping];
  const lines = use("lines", escaping);
  const variable = use("variable", escaping);
  const escaped = token("constant.character.escape", String.raw`${character}[^\n]`);
  return {
    [keyOf("variable", escaping)]: {
      patterns: [
        {
          name: "variable.other.readwrite.dockerfile",
          match: String.raw`(\$)(?:[A-Za-z_]\w*|\d)`,
          captures: captures("punctuation.definition.variable"),
        },
        {
          begin: String.raw`(\$\{)(\w*)`,
          end: String.raw`(\})|${endOfInstruction}`,
          beginCaptures: captures("punctuation.definition.variable.begin", "variable.other.readwrite"),
          endCaptures: captures("punctuation.definition.variable.end"),
          patterns: [
            lines,
            token("keyword.operator.expansion", String.raw`\G(?::?[-+?]|##?|%%?|//?)|(?<!\$)/`),
            escaped,
            variable,
            token("string.unquoted.default", plain(escaping, "}/")),
          ],
        },
      ],
    },
    [keyOf("string", escaping)]: {
      patterns: [quoted("double", '"', [lines, escaped, variable]), quoted("single", "'", [lines])],
    },
    [keyOf("value", escaping)]: {
      patterns: [lines, use("string", escaping), variable, escaped],
    },
    [keyOf("exec", escaping)]: execForm([lines]),
    [keyOf("exec-expanded", escaping)]: execForm([lines, variable]),
    [keyOf("pairs", escaping)]: {
      patterns: [
        lines,
        pair("variable.other.definition", escaping),
        {
          // The old form of ENV: the first blank parts the name from a value that goes to the end of the line.
          begin: String.raw`\G([^\s="'$]+)(?=[ \t])`,
          end: endOfInstruction,
          beginCaptures: captures("variable.other.definition"),
          patterns: [use("value", escaping), token("string.unquoted", plain(escaping))],
        },
        use("value", escaping),
      ],
    },
    [keyOf("labels", escaping)]: {
      patterns: [lines, pair("support.type.property-name.label", escaping), use("value", escaping)],
    },
    [keyOf("arguments", escaping)]: {
      patterns: [
        lines,
        pair("variable.other.definition", escaping),
        token("variable.other.definition", String.raw`[A-Za-z_]\w*(?=\s)`),
        use("value", escaping),
      ],
    },
    [keyOf("paths", escaping)]: {
      patterns: [
        use("value", escaping),
        token("markup.underline.link", String.raw`(?<!\S)(?:https?|git|ssh)://[^\s"'$]+`),
        token("keyword.operator.wildcard", "[*?]+"),
        token("string.unquoted.path", plain(escaping, "*?")),
      ],
    },
  };
}

function quoted(kind: "double" | "single", quote: string, patterns: readonly Rule[]): Rule {
  return {
    name: `string.quoted.${kind}.dockerfile`,
    begin: quote,
    end: `(${quote})|${endOfInstruction}`,
    beginCaptures: { 0: { name: "punctuation.definition.string.begin.dockerfile" } },
    endCaptures: captures("punctuation.definition.string.end"),
    patterns,
  };
}

/** `name=value` up to the next blank that is neither quoted nor escaped. */
function pair(nameScope: string, escaping: Escape): Rule {
  return {
    begin: String.raw`("[^"\n]*"|'[^'\n]*'|${plain(escaping, "=")})(=)`,
    end: String.raw`(?=\s)`,
    beginCaptures: captures(nameScope, "keyword.operator.assignment"),
    patterns: [
      use("value", escaping),
      token("constant.numeric", String.raw`(?<==)[+-]?\d+(?:\.\d+)*(?=\s)`),
      token("constant.language.boolean", String.raw`(?<==)(?i:true|false)(?=\s)`),
      token("string.unquoted", plain(escaping)),
    ],
  };
}

/** A JSON array of strings. Only JSON's own escapes are right in it. */
function execForm(inside: readonly Rule[]): Rule {
  return {
    name: "meta.exec-form.dockerfile",
    // A blank and a quote tell it from the shell's `[ -f file ]`.
    begin: String.raw`\G(\[)(?=\s*(?:["\]]|[\\\x60]?\s*\n))`,
    end: String.raw`(\])|${endOfInstruction}`,
    beginCaptures: captures("punctuation.definition.array.begin"),
    endCaptures: captures("punctuation.definition.array.end"),
    patterns: [
      {
        name: "string.quoted.double.json.dockerfile",
        begin: '"',
        end: `(")|${endOfInstruction}`,
        beginCaptures: { 0: { name: "punctuation.definition.string.begin.dockerfile" } },
        endCaptures: captures("punctuation.definition.string.end"),
        patterns: [
          token("constant.character.escape", String.raw`\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})`),
          ...inside,
          token("invalid.illegal.unrecognized-string-escape", String.raw`\\[^\n]`),
        ],
      },
      ...inside,
      token("punctuation.separator.array", ","),
    ],
  };
}
