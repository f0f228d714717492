import {
  captures,
  type Escape,
  endOfInstruction,
  escapePattern,
  keyOf,
  type Repository,
  type Rule,
  token,
  use,
} from "./rule";

/** Words after which the shell still waits for the name of a command. */
const leadingWords = "if|then|elif|else|while|until|do|time|coproc";
const closingWords = "fi|done|esac|for|select|case|in|function";
/** Commands that run the command in their arguments. */
const wrappers = "sudo|exec|env|nice|nohup|command|builtin|xargs|gosu|su-exec";
const builtins =
  "alias|bg|break|cd|continue|declare|echo|eval|exit|export|false|fg|getopts|hash|jobs|kill|let|local|popd|printf|pushd|pwd|read|readonly|return|set|shift|shopt|source|test|times|trap|true|type|typeset|ulimit|umask|unalias|unset|wait";
/** A line with the marker of a heredoc, roughly: what is wrong about it costs a colour, no more. */
const laterHeredoc = String.raw`[^\n]{0,500}?\s\d*<<-?["']?\w`;
const wordEnd = String.raw`(?=[\s;&|()<>\x60]|$)`;
const assignment = String.raw`[A-Za-z_]\w*(?:\[[^\]\s]*\])?\+?=`;

const commandName = String.raw`[\w./~:@%+][\w./~:@%+,-]*`;

/**
 * The shell form of RUN, CMD and their like. VS Code's own shell grammar cannot be used here: nothing in it ends with
 * the instruction, so one open quote would colour the rest of the file. This one is smaller, and every rule of it ends
 * where the instruction does. Heredocs, which have an end word, do use VS Code's.
 */
export function posixShellRules(escaping: Escape): Repository {
  const lines = use("lines", escaping);
  const shell = use("posix", escaping);
  const expansion = use("posix-expansion", escaping);
  const firstCommand: Rule = {
    // Pushed only where its end finds something to eat: a rule that begins and ends in one place stops the line.
    begin: String.raw`\G(?=${commandName}${wordEnd}|[!{]\s|\[\[?\s|${assignment})`,
    ...commandUntilItsName(lines, escaping),
  };
  return {
    [keyOf("posix", escaping)]: {
      patterns: [
        lines,
        firstCommand,
        comment(lines),
        ...strings(lines, expansion),
        expansion,
        {
          begin: String.raw`(?<=;;|\sin|^)[ \t]*+((?!esac)[^\s();&|$"'\x60\\]++(?:[ \t]*+\|[ \t]*+[^\s();&|$"'\x60\\]++)*+)[ \t]*+(\))`,
          // The manifest lists the bracket's scope, so that nobody looks for its other half.
          beginCaptures: captures("string.unquoted.case.shell", "keyword.operator.case.pattern.shell"),
          ...commandUntilItsName(lines, escaping),
        },
        // Not a command's name: the pattern of a case comes next.
        token("keyword.operator.case.shell", ";;&?|;&"),
        {
          begin: String.raw`(\|\||&&|\|&?|(?<![<>])&(?![>\d])|;|(?<!\S)(?:${leadingWords}|[!{])(?=\s))`,
          beginCaptures: captures("keyword.operator.control.shell"),
          ...commandUntilItsName(lines, escaping),
        },
        {
          begin: "[()]",
          beginCaptures: { 0: { name: "punctuation.section.group.shell.dockerfile" } },
          ...commandUntilItsName(lines, escaping),
        },
        {
          match: String.raw`(\d*|&)(<<<|<<-?|>>|>\||[<>]&?|<>)(\d+|-)?`,
          captures: captures(
            "constant.numeric.descriptor",
            "keyword.operator.redirection.shell",
            "constant.numeric.descriptor",
          ),
        },
        token("keyword.control.shell", String.raw`(?<!\S)(?:in|do|then|esac|\}|\]\]?)${wordEnd}`),
        token("constant.other.option.shell", String.raw`(?<!\S)--?[A-Za-z0-9?][\w-]*`),
        token("constant.numeric.shell", String.raw`(?<![^\s=])\d+(?:\.\d+)?${wordEnd}`),
        token("keyword.operator.assignment.shell", String.raw`(?<=[\w\]])\+?=`),
        token("constant.character.escape.shell", String.raw`\\[^\n]`),
      ],
    },
    [keyOf("posix-expansion", escaping)]: {
      patterns: [
        {
          name: "meta.arithmetic.shell.dockerfile",
          begin: String.raw`\$\(\(`,
          end: String.raw`(\)\))|${endOfInstruction}`,
          beginCaptures: { 0: { name: "punctuation.section.embedded.begin.shell.dockerfile" } },
          endCaptures: captures("punctuation.section.embedded.end.shell"),
          patterns: [
            lines,
            expansion,
            token("constant.numeric.shell", String.raw`\b\d+\b`),
            token("keyword.operator.arithmetic.shell", "[-+*/%<>=!&|^?:]+"),
          ],
        },
        substitution(String.raw`\$\(`, String.raw`\)`, [lines, firstCommand, shell]),
        // In a file with `# escape=` set to the backtick it is no longer the shell's.
        ...(escaping === "backslash" ? [substitution("\x60", "\x60", [lines, firstCommand, shell])] : []),
        {
          begin: String.raw`(\$\{)([#!]?)(\w+|[@*#?$!-])?`,
          end: String.raw`(\})|${endOfInstruction}`,
          beginCaptures: captures(
            "punctuation.definition.variable.begin",
            "keyword.operator.expansion.shell",
            "variable.other.readwrite.shell",
          ),
          endCaptures: captures("punctuation.definition.variable.end"),
          patterns: [
            lines,
            token("keyword.operator.expansion.shell", String.raw`:?[-+?=]|##?|%%?|//?|[\^,]{1,2}|:`),
            ...strings(lines, expansion),
            expansion,
            token("constant.character.escape.shell", String.raw`\\[^\n]`),
          ],
        },
        {
          name: "variable.other.readwrite.shell.dockerfile",
          match: String.raw`(\$)(?:[A-Za-z_]\w*|[\d@*#?$!-])`,
          captures: captures("punctuation.definition.variable"),
        },
      ],
    },
  };
}

/**
 * From where a command may begin to the end of its name, over assignments, reserved words and wrappers and over as many
 * lines as it takes.
 */
function commandUntilItsName(lines: Rule, escaping: Escape): Pick<Rule, "end" | "endCaptures" | "patterns"> {
  const character = escapePattern[escaping];
  // A comment line between is none of the command's either.
  const stillBefore = String.raw`${assignment}|(?:${leadingWords}|${wrappers}|[!{])(?=\s)|--?[A-Za-z]|^#`;
  return {
    end: [
      String.raw`(?!${stillBefore})(?:(${closingWords}|\[\[?)${wordEnd}|(?:(${builtins})|(${commandName}))${wordEnd})`,
      String.raw`(?!${stillBefore})(?=[^\s${character}])`,
      // A name that begins with an escaped character.
      String.raw`(?=${character}[^\s])`,
      // The instruction itself looks for heredocs.
      `^(?=${laterHeredoc})`,
      endOfInstruction,
    ].join("|"),
    endCaptures: captures(
      "keyword.control.shell",
      "support.function.builtin.shell",
      "entity.name.function.command.shell",
    ),
    patterns: [
      lines,
      token("keyword.control.shell", String.raw`(?:${leadingWords}|[!{])(?=\s)`),
      token("entity.name.function.command.shell", String.raw`(?:${wrappers})(?=\s)`),
      token("constant.other.option.shell", String.raw`(?<!\S)--?[A-Za-z][\w-]*`),
      {
        begin: String.raw`([A-Za-z_]\w*)(\[[^\]\s]*\])?(\+?=)`,
        end: String.raw`(?=[\s;&|()])`,
        beginCaptures: captures("variable.other.assignment.shell", "", "keyword.operator.assignment.shell"),
        patterns: [
          lines,
          ...strings(lines, use("posix-expansion", escaping)),
          use("posix-expansion", escaping),
          token("constant.character.escape.shell", String.raw`\\[^\n]`),
        ],
      },
    ],
  };
}

/** The shell sees one long line, so a comment hides everything to the end of the instruction. */
function comment(lines: Rule): Rule {
  return {
    name: "comment.line.number-sign.shell.dockerfile",
    begin: String.raw`(?<![^\s;&|()])#`,
    end: endOfInstruction,
    beginCaptures: { 0: { name: "punctuation.definition.comment.shell.dockerfile" } },
    patterns: [lines],
  };
}

function strings(lines: Rule, expansion: Rule): readonly Rule[] {
  const begin = { 0: { name: "punctuation.definition.string.begin.shell.dockerfile" } };
  const end = captures("punctuation.definition.string.end.shell");
  return [
    {
      name: "string.quoted.double.shell.dockerfile",
      begin: String.raw`\$?"`,
      end: `(")|${endOfInstruction}`,
      beginCaptures: begin,
      endCaptures: end,
      patterns: [lines, token("constant.character.escape.shell", String.raw`\\[$\x60"\\]`), expansion],
    },
    {
      name: "string.quoted.single.dollar.shell.dockerfile",
      begin: String.raw`\$'`,
      end: `(')|${endOfInstruction}`,
      beginCaptures: begin,
      endCaptures: end,
      patterns: [lines, token("constant.character.escape.shell", String.raw`\\[^\n]`)],
    },
    {
      name: "string.quoted.single.shell.dockerfile",
      begin: "'",
      end: `(')|${endOfInstruction}`,
      beginCaptures: begin,
      endCaptures: end,
      patterns: [lines],
    },
  ];
}

function substitution(begin: string, end: string, patterns: readonly Rule[]): Rule {
  return {
    name: "meta.substitution.shell.dockerfile",
    begin,
    end: `(${end})|${endOfInstruction}`,
    beginCaptures: { 0: { name: "punctuation.section.embedded.begin.shell.dockerfile" } },
    endCaptures: captures("punctuation.section.embedded.end.shell"),
    patterns,
  };
}
