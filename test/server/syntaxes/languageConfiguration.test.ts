import assert from "node:assert/strict";
import { test } from "node:test";
import { contributes } from "../../../package.json";
import configuration from "../../../syntaxes/dockerfile.language-configuration.json";
import { keywordScopes } from "../../../syntaxes/source/instructions";

const enter: readonly (readonly [
  what: string,
  before: string,
  after: string,
  previous: string,
  wanted: string,
])[] = [
  ["in the middle of a comment, the comment goes on", "# one", " two", "", "none, # "],
  ["at the end of a comment, it does not", "# one", "", "", "nothing"],
  ["in a directive, it does not", "# syntax=docker/", "dockerfile:1", "", "nothing"],
  ["after a first line that goes on, the next is indented", "RUN a \\", "", "", "indent"],
  ["so it is in lower case", "env A=b \\", "", "", "indent"],
  ["and with the backtick", "RUN a `", "", "", "indent"],
  ["after a further line that goes on, indentation stays", "    b \\", "", "RUN a \\", "nothing"],
  ["after the last line, indentation ends", "    b", "", "RUN a \\", "outdent"],
  ["after a one-letter last line too", "  b", "", "  a \\", "outdent"],
  ["after an indented line of its own, nothing happens", "  b", "", "  a", "nothing"],
  ["after a comment between the lines, nothing happens", "  # b", "", "  a \\", "nothing"],
];

for (const [what, before, after, previous, wanted] of enter)
  test(`on Enter: ${what}`, () => assert.equal(onEnter(before, after, previous), wanted));

test("the words of a Dockerfile keep hyphens and dots, and leave $, :, @, / and flags' dashes out", () => {
  const words = (text: string): string[] => text.match(new RegExp(configuration.wordPattern, "g")) ?? [];
  assert.deepEqual(words("COPY --from=my-stage $VAR ${OTHER:-x}"), [
    "COPY",
    "from",
    "my-stage",
    "VAR",
    "OTHER",
    "x",
  ]);
  assert.deepEqual(words("ghcr.io/a/b:1.22-alpine@sha256:ab"), [
    "ghcr.io",
    "a",
    "b",
    "1.22-alpine",
    "sha256",
    "ab",
  ]);
  assert.deepEqual(words("apt-get install libx-dev."), ["apt-get", "install", "libx-dev"]);
});

test("indentation on Enter knows every keyword", () => {
  for (const keyword of Object.keys(keywordScopes))
    assert.equal(onEnter(`${keyword} a \\`, "", ""), "indent");
});

test("regions fold", () => {
  const { start, end } = configuration.folding.markers;
  assert.match("  # region tools", new RegExp(start));
  assert.match("#endregion", new RegExp(end));
  assert.doesNotMatch("# regional mirrors", new RegExp(start));
});

test("each name of a file goes to its language", () => {
  for (const [name, wanted] of [
    ["Dockerfile", "dockerfile"],
    ["Dockerfile.dev", "dockerfile"],
    ["api.dockerfile", "dockerfile"],
    ["api.Dockerfile", "dockerfile"],
    ["Containerfile", "dockerfile"],
    ["Containerfile.dev", "dockerfile"],
    [".dockerignore", "ignore"],
    ["Dockerfile.dockerignore", "ignore"],
    ["Dockerfile.dev.dockerignore", "ignore"],
    ["api.Dockerfile.dockerignore", "ignore"],
    ["Containerfile.dockerignore", "ignore"],
    ["Containerfile.dev.dockerignore", "ignore"],
    ["Dockerfiles", undefined],
  ] as const)
    assert.equal(languageOf(name), wanted, name);
});

/** What VS Code does on Enter: the first rule that fits says. */
function onEnter(before: string, after: string, previous: string): string {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText, previousLineText }) =>
      (typeof beforeText === "string"
        ? new RegExp(beforeText)
        : new RegExp(beforeText.pattern, beforeText.flags)
      ).test(before) &&
      (afterText === undefined || new RegExp(afterText).test(after)) &&
      (previousLineText === undefined || new RegExp(previousLineText).test(previous)),
  );
  if (rule === undefined) return "nothing";
  const { indent, appendText } = rule.action as { indent: string; appendText?: string };
  return appendText === undefined ? indent : `${indent}, ${appendText}`;
}

/** VS Code's order, in any case: whole names first, then the longest pattern that fits, then the longest ending. */
function languageOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  const whole = contributes.languages.find(({ filenames }) =>
    filenames.some((file) => file.toLowerCase() === lower),
  );
  if (whole !== undefined) return whole.id;
  const longestFirst = (candidates: readonly (readonly [string, string])[]) =>
    candidates.toSorted(([one], [other]) => other.length - one.length)[0]?.[1];
  const patterns = contributes.languages.flatMap(({ id, filenamePatterns }) =>
    filenamePatterns.map((pattern) => [pattern.toLowerCase(), id] as const),
  );
  const endings = contributes.languages.flatMap(({ id, extensions }) =>
    extensions.map((extension) => [extension, id] as const),
  );
  return (
    longestFirst(patterns.filter(([pattern]) => globMatches(pattern, lower))) ??
    longestFirst(endings.filter(([ending]) => lower.endsWith(ending)))
  );
}

function globMatches(pattern: string, name: string): boolean {
  return new RegExp(`^${pattern.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(name);
}
