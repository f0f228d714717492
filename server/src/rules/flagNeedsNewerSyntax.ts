import type { Range } from "vscode-languageserver-types";
import { fileModeForm } from "../grammar/fileModes";
import { flagOf } from "../grammar/flags";
import { mountKey } from "../grammar/mountKeys";
import { parseSyntaxImage, type SyntaxImage, syntaxFeatures, syntaxHas } from "../grammar/syntaxVersions";
import { variableModifiers } from "../grammar/variableModifiers";
import type { Fix, Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";
import type { Dockerfile, ParserDirective } from "../model/dockerfile";
import { expansionsAtZero } from "../model/expandedTexts";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
import { moveRange } from "../model/placedInstruction";
import { withTriggers } from "../model/withTriggers";

export const flagNeedsNewerSyntax: Rule = {
  id: "flag-needs-newer-syntax",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "The file uses what the version named in its syntax directive does not have yet.",
  rationale:
    "`# syntax=docker/dockerfile:1.4` fixes the version of the language. What came later is unknown to it, and the build stops. `docker/dockerfile:1` always means the newest of version 1.",
  examples: [
    {
      text: "# syntax=docker/dockerfile:1.4\nFROM alpine:3.22\nCOPY [|--parents|] a/b /c/\n",
      fixed: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\nCOPY --parents a/b /c/\n",
    },
    { text: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\nCOPY --parents a/b /c/\n" },
    { text: "FROM alpine:3.22\nCOPY --parents a/b /c/\n" },
    {
      text: "# syntax=docker/dockerfile:1.3\nFROM alpine:3.22\nRUN [|<<EOF|]\necho a\nEOF\n",
      fixed: "# syntax=docker/dockerfile:1\nFROM alpine:3.22\nRUN <<EOF\necho a\nEOF\n",
    },
    {
      text: "# syntax=docker/dockerfile:1.5\nFROM alpine:3.22\nARG A=1 B=2\nENV C=[|${A#1}|] D=${A:-1}\nADD --chmod=[|u=rw|] [|https://example.com/a.git|] /a\nONBUILD USER [|${A-x}|]\n",
      fixed:
        "# syntax=docker/dockerfile:1\nFROM alpine:3.22\nARG A=1 B=2\nENV C=${A#1} D=${A:-1}\nADD --chmod=u=rw https://example.com/a.git /a\nONBUILD USER ${A-x}\n",
    },
    {
      text: "# syntax=docker/dockerfile:1.3-labs\nFROM alpine:3.22\nRUN <<EOF\necho a\nEOF\n",
    },
    {
      text: "# syntax=docker/dockerfile:1.0-experimental\nFROM alpine:3.22\nRUN --mount=type=cache,target=/x make\n",
    },
    { text: "# syntax=me/frontend:0.1\nFROM alpine:3.22\nCOPY --parents a/b /c/\n" },
  ],

  check(dockerfile, report) {
    const directive = dockerfile.directives.find(({ name }) => name === "syntax");
    const image = directive && parseSyntaxImage(directive.value);
    if (!directive || !image?.version) return;
    for (const { range, what, since } of tooNew(dockerfile, image)) {
      report({
        range,
        message: `${what} needs version ${since} of the Dockerfile syntax, and this file asks for ${image.version}. Ask for docker/dockerfile:1.`,
        related: [{ range: directive.range, message: "The version is named here." }],
        fix: newestSyntax(directive),
      });
    }
  },
};

interface Newer {
  readonly range: Range;
  readonly what: string;
  readonly since: string;
  readonly labsSince?: string;
}

function tooNew({ instructions }: Dockerfile, image: SyntaxImage): Newer[] {
  return Array.from(withTriggers(instructions)).flatMap((instruction) =>
    [...newFlags(instruction), ...newForms(instruction)].filter((newer) => !syntaxHas(image, newer)),
  );
}

function newFlags(instruction: Instruction): Newer[] {
  const { keyword, flags } = instruction;
  const ofFlags = flags.flatMap(({ name, range, nameRange }): Newer[] => {
    const { since, labsSince } = flagOf(keyword, name) ?? {};
    if (!since) return [];
    const place = { start: range.start, end: nameRange.end };
    return [{ range: place, what: `--${name} of ${keyword}`, since, ...(labsSince && { labsSince }) }];
  });
  const options = mountsOf(instruction).flatMap((mount) => mount.options);
  const ofKeys = options.flatMap(({ key, keyRange }): Newer[] => {
    const since = mountKey(key)?.since;
    return since ? [{ range: keyRange, what: `The mount key ${key}`, since }] : [];
  });
  return [...ofFlags, ...ofKeys];
}

/** What is written in a way that came later than the instruction itself. */
function newForms(instruction: Instruction): Newer[] {
  const { keyword, flags, heredocs, words } = instruction;
  const heredoc = heredocs.map(({ markerRange }) => ({
    range: markerRange,
    what: "A heredoc",
    ...syntaxFeatures.heredoc,
  }));
  const chmod = flags.flatMap(({ name, value, valueRange }): Newer[] => {
    if (name !== "chmod" || !value || !valueRange) return [];
    if (value.includes("$"))
      return [{ range: valueRange, what: "A variable here", ...syntaxFeatures.chmodVariable }];
    const isSymbolic = fileModeForm(value) === "symbolic";
    return isSymbolic ? [{ range: valueRange, what: "This form", ...syntaxFeatures.chmodSymbolic }] : [];
  });
  const git =
    keyword === "ADD" ? (copyOf(instruction)?.sources ?? []).filter(({ kind }) => kind === "git") : [];
  const addGit = git.map(({ range }) => ({ range, what: "ADD of a Git address", ...syntaxFeatures.addGit }));
  const second = keyword === "ARG" ? words[1] : undefined;
  const argMany = second
    ? [{ range: second.range, what: "A second variable in one ARG", ...syntaxFeatures.argMany }]
    : [];
  return [...heredoc, ...chmod, ...addGit, ...argMany, ...newModifiers(instruction)];
}

function newModifiers(instruction: Instruction): Newer[] {
  // Its trigger is looked at by itself.
  if (instruction.keyword === "ONBUILD") return [];
  return expansionsAtZero(instruction.atZero).flatMap(({ expansion: { modifier }, range }): Newer[] => {
    const known = variableModifiers.find((one) => one.modifier === modifier);
    if (!known?.since) return [];
    return [
      { range: moveRange(range, instruction.firstLine), what: `The form ${known.form}`, since: known.since },
    ];
  });
}

function newestSyntax({ valueRange }: ParserDirective): Fix {
  return {
    title: "Ask for docker/dockerfile:1",
    edits: [{ range: valueRange, newText: "docker/dockerfile:1" }],
  };
}
