import type { Range } from "vscode-languageserver-types";
import { flagOf } from "../grammar/flags";
import { mountKey } from "../grammar/mountKeys";
import { parseSyntaxImage, type SyntaxImage, syntaxFeatures, syntaxHas } from "../grammar/syntaxVersions";
import type { Fix, Rule } from "../lint/rule";
import type { Dockerfile, ParserDirective } from "../model/dockerfile";
import type { Instruction } from "../model/instruction";
import { mountsOf } from "../model/mounts";
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
    { text: "# syntax=me/frontend:0.1\nFROM alpine:3.22\nCOPY --parents a/b /c/\n" },
  ],

  check(dockerfile, report) {
    const directive = dockerfile.directives.find(({ name }) => name === "syntax");
    const image = directive && parseSyntaxImage(directive.value);
    if (!directive || !image?.version) return;
    for (const { range, what, since } of tooNew(dockerfile, image)) {
      report({
        range,
        message: `${what} came with version ${since} of the Dockerfile syntax, and this file asks for ${image.version}. Ask for docker/dockerfile:1.`,
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
}

function tooNew({ instructions }: Dockerfile, image: SyntaxImage): Newer[] {
  return Array.from(withTriggers(instructions)).flatMap((instruction) =>
    newIn(instruction).filter(
      ({ labsSince, since }) => !syntaxHas(image, { since, ...(labsSince && { labsSince }) }),
    ),
  );
}

function newIn(instruction: Instruction): (Newer & { readonly labsSince?: string })[] {
  const { keyword, flags, heredocs } = instruction;
  const newFlags = flags.flatMap(({ name, range, nameRange }) => {
    const { since, labsSince } = flagOf(keyword, name) ?? {};
    return since
      ? [
          {
            range: { start: range.start, end: nameRange.end },
            what: `--${name} of ${keyword}`,
            since,
            ...(labsSince && { labsSince }),
          },
        ]
      : [];
  });
  const newKeys = mountsOf(instruction)
    .flatMap(({ options }) => options)
    .flatMap(({ key, keyRange }) => {
      const since = mountKey(key)?.since;
      return since ? [{ range: keyRange, what: `The mount key ${key}`, since }] : [];
    });
  const newHeredocs = heredocs.map(({ markerRange }) => ({
    range: markerRange,
    what: "A heredoc",
    since: syntaxFeatures.heredoc.since,
  }));
  return [...newFlags, ...newKeys, ...newHeredocs];
}

function newestSyntax({ valueRange }: ParserDirective): Fix {
  return {
    title: "Ask for docker/dockerfile:1",
    edits: [{ range: valueRange, newText: "docker/dockerfile:1" }],
  };
}
