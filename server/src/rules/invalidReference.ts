import type { Rule } from "../lint/rule";
import { isReference, parseReference, type ReferenceProblem } from "../model/reference";

export const invalidReference: Rule = {
  id: "invalid-reference",
  aliases: ["INVALID_REFERENCE_FORMAT"],
  severity: "error",
  category: "images",
  summary: "What FROM names cannot be the name of an image.",
  rationale:
    "A reference is `registry/path:tag@digest`. The path is in lower case with letters, digits and single separators; a tag has up to 128 letters, digits, dots, underscores and hyphens; a digest is `sha256:` and 64 hexadecimal digits. The builder refuses anything else.",
  examples: [
    { text: "FROM [|Alpine|]:3.22\n", fixed: "FROM alpine:3.22\n" },
    { text: "FROM ghcr.io/me/app:1.0 AS base\nFROM base\nFROM scratch\nFROM localhost:5000/a/b_c-d.e\n" },
    { text: "FROM alpine:[|3.22!|]\n" },
    { text: "FROM alpine@[|sha256:123|]\n" },
    { text: "FROM me/[||]/app:1\nFROM alpine:[||]\n" },
    { text: "ARG TAG=3.22\nFROM alpine:$TAG\n" },
  ],

  check({ stages }, report) {
    for (const { base, from } of stages) {
      if (
        !base ||
        base.isScratch ||
        base.stage ||
        base.word.text !== base.word.value ||
        /[$"'\\`]/.test(base.word.text)
      )
        continue;
      const text = base.word.text;
      const problem = parseReference(text);
      if (isReference(problem)) continue;
      const range = from.line.rangeOf(base.word.start + problem.start, base.word.start + problem.end);
      const written = text.slice(problem.start, problem.end);
      report({
        range,
        message: messageOf(problem, written),
        ...(problem.reason === "upper-case" && {
          fix: {
            title: "Change to lower case",
            edits: [{ range, newText: written.toLowerCase() }],
            unsafe: true,
          },
        }),
      });
    }
  },
};

function messageOf({ reason }: ReferenceProblem, written: string): string {
  switch (reason) {
    case "upper-case":
      return `"${written}" has capitals, which no image's name may have. Write ${written.toLowerCase()}.`;
    case "tag":
      return written === ""
        ? "No tag follows this colon. Write one, or remove the colon."
        : `"${written}" cannot be a tag. Use letters, digits and . _ - only, beginning with a letter, a digit or _.`;
    case "digest":
      return written === ""
        ? "No digest follows this @. Write one, or remove the @."
        : `"${written}" is not a digest. Write sha256: and 64 hexadecimal digits, as "docker images --digests" prints them.`;
    case "domain":
      return /^https?:$/.test(written)
        ? "An image's name has no https:// before it. Begin with the registry's host."
        : `"${written}" cannot be the name of a registry. Write a host, with a port where it needs one.`;
    case "too-long":
      return "This name is longer than 255 characters. Write a shorter one.";
    case "image-id":
      return "An image id cannot be used here. Tag the image and write that tag.";
    case "empty":
    case "path":
      return written === ""
        ? "A part of the image's name is missing here. Write it, or remove the slash beside it."
        : `"${written}" cannot be part of an image's name. Use small letters and digits, with single . _ - between them.`;
  }
}
