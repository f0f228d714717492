import fc from "fast-check";
import "../support/propertySeed";
import type { Flag } from "../../server/src/grammar/flag";
import { instructionEntry, keywords } from "../../server/src/grammar/instructions";

/** Random Dockerfiles made from the grammar: what it knows, put together rightly and a little wrongly, lines ending with LF. */
export function grammarTexts(): fc.Arbitrary<string> {
  const instruction = fc.oneof(
    fc.constantFrom(...examples),
    fc.constantFrom(...stages),
    fc.constantFrom(...comments),
    composed(),
    composed().map((text) => `ONBUILD ${text}`),
  );
  return fc
    .tuple(
      fc.constantFrom(...stages, ""),
      fc.array(instruction, { maxLength: 16 }),
      fc.constantFrom("\n", ""),
    )
    .map(([from, lines, end]) => [from, ...lines].join("\n") + end);
}

const entries = [...keywords].flatMap((keyword) => instructionEntry(keyword) ?? []);

const examples: readonly string[] = entries.flatMap((entry) => [
  ...entry.examples,
  ...entry.flags.map(({ example }) => example),
]);

const stages = [
  "FROM alpine:3.22",
  "FROM debian:13 AS build",
  "FROM --platform=$BUILDPLATFORM golang:1.26 AS Build",
  "FROM build",
  "FROM scratch",
  "FROM node",
  "ARG VERSION=3\nFROM alpine:$VERSION",
  "# escape=`\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025",
];

const comments = [
  "",
  "# hadolint ignore=DL3008",
  "# drydock ignore=pipe-without-pipefail",
  "# check=skip=all",
  "#",
];

/** Any keyword with any flags of its own and any argument. */
function composed(): fc.Arbitrary<string> {
  return fc.constantFrom(...entries).chain(({ keyword, flags }) => {
    const flag = flags.length > 0 ? fc.constantFrom(...flags).chain(written) : fc.constant("--none");
    const word = fc.constantFrom(...words);
    const argument = fc.oneof(
      fc.array(word, { maxLength: 5 }).map((parts) => parts.join(" ")),
      fc.array(word, { maxLength: 4 }).map((parts) => JSON.stringify(parts)),
      fc.array(word, { maxLength: 5 }).map((parts) => parts.join(" \\\n  # between\n  ")),
      fc
        .array(word, { maxLength: 3 })
        .map((parts) => `${parts.join(" ")} <<EOF /x\n${parts.join("\n")}\nEOF`),
      fc.array(fc.constantFrom(...commands), { maxLength: 4 }).map((parts) => parts.join(" && ")),
    );
    return fc
      .tuple(fc.constantFrom(keyword, keyword.toLowerCase()), fc.array(flag, { maxLength: 2 }), argument)
      .map(([written, options, rest]) => [written, ...options, rest].join(" "));
  });
}

function written({ name, value }: Flag): fc.Arbitrary<string> {
  const choices = value.kind === "choice" ? value.choices.map((choice) => choice.value) : [];
  const values = [
    "",
    "true",
    "5s",
    "3",
    "0755",
    "1000:1000",
    "linux/amd64",
    "build",
    "type=cache,target=/x",
    "$A",
  ];
  return fc.constantFrom(`--${name}`, ...[...choices, ...values].map((text) => `--${name}=${text}`));
}

const words = [
  ..."a b /app/ . ../x A=b A= $A ${A:-b} ${A} \"c d\" 'e' 80/tcp 99999 root 1000 SIGTERM && | ; NONE CMD AS -c".split(
    " ",
  ),
  ..."sh bash TOKEN=x id_rsa https://u:p@example.com/a.tgz a.tar.gz *.js é😀 \\ ` \" ' [ ] { } # ( $( <<".split(
    " ",
  ),
];

const commands = [
  "apt-get update",
  "apt-get install -y curl",
  "apk add --no-cache git=2",
  "pip install -r requirements.txt",
  "npm ci",
  "cd /tmp",
  "curl x | tar xz",
  "sudo make install",
  "sh -c 'a | b'",
  "if a; then b; fi",
  "ln -s /bin/bash /bin/sh",
  "echo $A `b` $(c)",
  "[[ -f a ]]",
  "useradd -u 999999 a",
];
