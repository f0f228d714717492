import { embedded } from "./embedded";
import { flagRules } from "./flags";
import { heredocBodies, heredocRules, heredocVariable } from "./heredocs";
import { instructionRules, type Shell, shells } from "./instructions";
import { commentLine, lineRules } from "./lines";
import { posixShellRules } from "./posixShell";
import { referenceRules } from "./references";
import {
  captures,
  type Escape,
  endOfInstruction,
  escapes,
  keyOf,
  type Repository,
  type Rule,
  token,
  use,
} from "./rule";
import { valueRules } from "./values";
import { promptVariable, windowsShellRules } from "./windowsShells";

/** Below `source.dockerfile`, so that themes and settings for the built-in grammar hold for ours too. */
export const scopeName = "source.dockerfile.drydock";

/** The grammar as VS Code loads it. */
export function dockerfileGrammar(): object {
  return {
    name: "Dockerfile",
    scopeName,
    patterns: [use("directives"), use("file", "backslash")],
    repository: {
      ...commentLine,
      ...directiveRules,
      ...promptVariable,
      ...heredocVariable,
      ...heredocBodies,
      ...confRules,
      ...Object.assign({}, ...escapes.map(rulesOf)),
    },
  };
}

/** The languages inside, so that brackets and comments in heredocs are those of the language. */
export function embeddedLanguages(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    embedded.flatMap(({ name, language }) =>
      language === undefined ? [] : [[`meta.embedded.block.${name}`, language]],
    ),
  );
}

function rulesOf(escaping: Escape): Repository {
  const rules: Record<string, Rule> = {
    ...lineRules(escaping),
    ...valueRules(escaping),
    ...referenceRules(escaping),
    ...flagRules(escaping),
    ...posixShellRules(escaping),
    ...windowsShellRules(escaping),
    ...instructionRules(escaping),
    ...heredocRules(escaping),
  };
  for (const shell of shells) {
    rules[keyOf(`line-${shell}`, escaping)] = {
      begin: String.raw`^[ \t]*(?=\S)`,
      end: endOfInstruction,
      patterns: [use(`instruction-${shell}`, escaping), use("lines", escaping)],
    };
    rules[keyOf(`lines-${shell}`, escaping)] = {
      patterns: [use("comment-line"), use(`heredocs-${shell}`, escaping), use(`line-${shell}`, escaping)],
    };
  }
  // Until a SHELL instruction says otherwise, the backtick means Windows.
  const usual: Shell = escaping === "backslash" ? "posix" : "prompt";
  rules[keyOf("file", escaping)] = {
    patterns: [
      ...shells.filter((other) => other !== usual).map((other) => afterShell(other, escaping)),
      use(`lines-${usual}`, escaping),
    ],
  };
  return rules;
}

/** Everything from a SHELL instruction that names another kind of shell to the next one, or to the end of the stage. */
function afterShell(shell: Shell, escaping: Escape): Rule {
  return {
    begin: String.raw`^[ \t]*(?i:(SHELL))(?=[ \t]+\[[ \t]*"${shellProgram[shell]}(?i:\.exe)?")`,
    end: String.raw`^(?=[ \t]*(?i:FROM|SHELL)\s)`,
    beginCaptures: captures("keyword.other.special-method.shell"),
    patterns: [
      {
        name: "meta.instruction.shell.dockerfile",
        begin: String.raw`\G(?!^)`,
        end: endOfInstruction,
        patterns: [{ include: `#${keyOf("shell", escaping)}` }],
      },
      use(`lines-${shell}`, escaping),
    ],
  };
}

const shellProgram: Readonly<Record<Shell, string>> = {
  posix: String.raw`(?:[^"\n]*/)?[a-z]*sh(?<!pwsh)`,
  prompt: String.raw`(?i:[^"\n]*[\\/])?(?i:cmd)`,
  powershell: String.raw`(?i:[^"\n]*[\\/])?(?i:powershell|pwsh)`,
};

const directiveForm = String.raw`[ \t]*#[ \t]*[A-Za-z][A-Za-z0-9]*[ \t]*=`;

/**
 * Parser directives stand in the first lines, before anything else; one of them decides which version of all other rules
 * the file is read with. The rule for `escape=` set to the backtick therefore never ends.
 */
const directiveRules: Repository = {
  directives: {
    begin: String.raw`\A\x{FEFF}?(?=${directiveForm})`,
    end: `^(?!${directiveForm})`,
    patterns: [
      {
        begin: "(?:^|\\G)[ \\t]*(#)[ \\t]*(?i:(escape))[ \\t]*(=)[ \\t]*(\x60)[ \\t\\r]*$",
        end: "(?!)",
        beginCaptures: captures(
          "punctuation.definition.directive",
          "keyword.control.directive",
          "keyword.operator.assignment",
          "constant.character.escape-character",
        ),
        patterns: [
          {
            begin: String.raw`\G(?=\n)`,
            end: `^(?!${directiveForm})`,
            patterns: [use("directive"), use("comment-line")],
          },
          use("file", "backtick"),
        ],
      },
      use("directive"),
      use("comment-line"),
    ],
  },
  directive: {
    patterns: [
      directive("syntax|escape", [
        token("constant.character.escape-character", String.raw`[\\\x60](?=\s*$)`),
        use("reference", "backslash"),
      ]),
      directive("check", [
        {
          match: String.raw`(?i)\b(skip|error|experimental)(=)`,
          captures: captures("entity.other.attribute-name.key", "keyword.operator.assignment"),
        },
        token("constant.language.check", String.raw`(?i)(?<==)(?:true|false|all)\b`),
        token("punctuation.separator", "[;,]"),
        token("entity.name.type.check", String.raw`[A-Za-z][\w-]*`),
      ]),
    ],
  },
};

function directive(names: string, inside: readonly Rule[]): Rule {
  return {
    name: "meta.directive.dockerfile",
    begin: String.raw`(?:^|\G)[ \t]*(#)[ \t]*(?i:(${names}))[ \t]*(=)[ \t]*`,
    end: endOfInstruction,
    beginCaptures: captures(
      "punctuation.definition.directive",
      "keyword.control.directive",
      "keyword.operator.assignment",
    ),
    patterns: inside,
  };
}

/** Configuration files in general: what most of their formats have in common. */
const confRules: Repository = {
  conf: {
    patterns: [
      token("comment.line.number-sign.conf", String.raw`(?<!\S)[#;][^\n]*`),
      token("string.quoted.double.conf", String.raw`"(?:[^"\\\n]|\\[^\n])*"?`),
      token("string.quoted.single.conf", String.raw`'(?:[^'\\\n]|\\[^\n])*'?`),
      token("entity.name.section.conf", String.raw`^[ \t]*\[[^\]\n]*\]`),
      token("variable.other.readwrite.conf", String.raw`\$(?:\w+|\{[^}\n]*\})`),
      token("keyword.other.directive.conf", String.raw`^[ \t]*[A-Za-z_][\w.-]*`),
      token("constant.language.conf", String.raw`\b(?i:on|off|yes|no|true|false)\b(?=[\s;]|$)`),
      token("constant.numeric.conf", String.raw`(?<![\w.-])\d+(?:\.\d+)*[kmgsh]?(?![\w-])`),
    ],
  },
};
