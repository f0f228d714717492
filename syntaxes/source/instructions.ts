import { afterKeyword } from "./lines";
import {
  captures,
  type Escape,
  endOfInstruction,
  keyOf,
  plain,
  type Repository,
  type Rule,
  token,
  use,
} from "./rule";

/** What reads the shell form: the default of Linux, the default of Windows, or what a SHELL instruction said. */
export type Shell = "posix" | "prompt" | "powershell";

export const shells: readonly Shell[] = ["posix", "prompt", "powershell"];

/** Keywords in the order in which the grammar tries them, with the scope of each. */
export const keywordScopes = {
  FROM: "keyword.control.from",
  ONBUILD: "keyword.control.onbuild",
  RUN: special("run"),
  COPY: special("copy"),
  ADD: special("add"),
  ENV: special("env"),
  ARG: special("arg"),
  LABEL: special("label"),
  WORKDIR: special("workdir"),
  EXPOSE: special("expose"),
  USER: special("user"),
  VOLUME: special("volume"),
  CMD: special("cmd"),
  ENTRYPOINT: special("entrypoint"),
  HEALTHCHECK: special("healthcheck"),
  STOPSIGNAL: special("stopsignal"),
  SHELL: special("shell"),
  MAINTAINER: special("maintainer"),
} as const;

export type Keyword = keyof typeof keywordScopes;

/** The rule name of everything after a keyword; only shell forms differ by shell. */
export function restKey(keyword: Keyword, escaping: Escape, shell: Shell): string {
  const shelled = ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK", "ONBUILD"].includes(keyword);
  return keyOf(shelled ? `${keyword.toLowerCase()}-${shell}` : keyword.toLowerCase(), escaping);
}

/** Each instruction without its keyword, and `instruction-<shell>` for all of them with it. */
export function instructionRules(escaping: Escape): Repository {
  const rules: Record<string, Rule> = {};
  const reference = use("reference", escaping);
  const value = use("value", escaping);
  const text = token("string.unquoted", plain(escaping));
  const define = (keyword: Keyword, ...inside: readonly Rule[]): void => {
    for (const shell of shells) rules[restKey(keyword, escaping, shell)] = flagsThen(escaping, inside);
  };

  define("FROM", use("stage", escaping), reference, value);
  define("ENV", use("pairs", escaping));
  define("ARG", use("arguments", escaping));
  define("LABEL", use("labels", escaping));
  for (const keyword of ["COPY", "ADD", "VOLUME"] as const)
    define(keyword, use("exec-expanded", escaping), use("heredoc", escaping), use("paths", escaping));
  define("WORKDIR", use("paths", escaping));
  define(
    "EXPOSE",
    value,
    port,
    token("constant.language.protocol", String.raw`(?<=/)(?i:tcp|udp|sctp)\b`),
    token("punctuation.separator.range", "-"),
  );
  define(
    "USER",
    value,
    token("constant.numeric.id", String.raw`(?<![^\s:])\d+(?=[\s:])`),
    token("punctuation.separator.group", ":"),
    token("string.unquoted.user", plain(escaping, ":")),
  );
  define(
    "STOPSIGNAL",
    value,
    token("constant.language.signal", String.raw`(?i)\b(?:SIG)?[A-Z]+\d*(?:[+-]\d+)?(?=\s)`),
    token("constant.numeric.signal", String.raw`\b\d+(?=\s)`),
  );
  define("SHELL", use("exec", escaping), use("lines", escaping));
  define("MAINTAINER", value, text);

  for (const shell of shells) {
    const command = [use("exec", escaping), use(shell, escaping)];
    rules[restKey("RUN", escaping, shell)] = flagsThen(escaping, [
      use("exec", escaping),
      use("heredoc", escaping),
      use(shell, escaping),
    ]);
    rules[restKey("CMD", escaping, shell)] = flagsThen(escaping, command);
    rules[restKey("ENTRYPOINT", escaping, shell)] = flagsThen(escaping, command);
    rules[restKey("HEALTHCHECK", escaping, shell)] = flagsThen(escaping, [
      token("constant.language.none", String.raw`\G(?i:NONE)(?=\s)`),
      afterWord("CMD", special("cmd"), escaping, flagsThen(escaping, command)),
      use("lines", escaping),
    ]);
    rules[restKey("ONBUILD", escaping, shell)] = flagsThen(escaping, [
      use(`instruction-${shell}`, escaping),
      value,
    ]);
    rules[keyOf(`instruction-${shell}`, escaping)] = {
      patterns: (Object.keys(keywordScopes) as Keyword[]).map((keyword) =>
        afterWord(keyword, keywordScopes[keyword], escaping, {
          include: `#${restKey(keyword, escaping, shell)}`,
        }),
      ),
    };
  }
  return rules;
}

const port: Rule = {
  match: String.raw`(\d+)(?:(-)(\d+))?(?:(/)(?i:(tcp|udp|sctp)\b)?)?`,
  captures: captures(
    "constant.numeric.port",
    "keyword.operator.range",
    "constant.numeric.port",
    "punctuation.separator.protocol",
    "constant.language.protocol",
  ),
};

function special<const Name extends string>(name: Name): `keyword.other.special-method.${Name}` {
  return `keyword.other.special-method.${name}`;
}

/** A keyword in any case, only where an instruction may begin, and what belongs to it. */
function afterWord(keyword: string, scope: string, escaping: Escape, rest: Rule): Rule {
  return {
    name: `meta.instruction.${keyword.toLowerCase()}.dockerfile`,
    begin: String.raw`\G(?i:(${keyword}))${afterKeyword(escaping)}`,
    end: endOfInstruction,
    beginCaptures: captures(scope),
    patterns: [rest],
  };
}

/** Flags stand before everything else: after the first other word a `--name` is the command's. */
function flagsThen(escaping: Escape, inside: readonly Rule[]): Rule {
  return {
    patterns: [
      use("lines", escaping),
      use("flag", escaping),
      { begin: String.raw`(?=\S)`, end: endOfInstruction, patterns: inside },
    ],
  };
}
