import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { completions, withDocumentation } from "../../../server/src/features/completion/completion";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { dockerfileContext, type World } from "../../support/dockerfileContext";
import { readMarks } from "../../support/markedText";

interface Expected extends World {
  /** Labels that must come, in this order among themselves. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** The labels at the top of the list. */
  readonly first?: readonly string[];
  readonly all?: readonly string[];
  /** Picks this label and gives the text after it; gaps of snippets are left as they are. */
  readonly pick?: readonly [label: string, after: string];
  readonly trigger?: string;
}

async function itemsAt(
  marked: string,
  { trigger, ...world }: Expected,
): Promise<{ text: string; items: CompletionItem[] }> {
  const { text, ranges } = readMarks(marked);
  const position = ranges[0]?.start ?? { line: 0, character: 0 };
  const context =
    trigger === undefined ? undefined : ({ triggerKind: 2, triggerCharacter: trigger } as const);
  const file = dockerfileContext(world);
  const items = await completions(parseDockerfile(text), { position, ...(context && { context }) }, file);
  return { text, items };
}

function check(marked: string, expected: Expected): void {
  const [cursorLine = ""] = marked.split("\n").filter((line) => line.includes("[||]"));
  test(`${cursorLine} ${expected.all?.length === 0 ? "offers nothing" : ""}`, async () => {
    const { text, items } = await itemsAt(marked, expected);
    const labels = items.map(({ label }) => label);
    if (expected.all) assert.deepEqual(labels, expected.all);
    if (expected.first) assert.deepEqual(labels.slice(0, expected.first.length), expected.first);
    const { has = [], lacks = [] } = expected;
    assert.deepEqual(
      labels.filter((label) => has.includes(label)),
      has,
      labels.slice(0, 40).join(", "),
    );
    assert.deepEqual(
      labels.filter((label) => lacks.includes(label)),
      [],
    );
    const sorted = items.map(({ sortText = "" }) => sortText);
    assert.deepEqual(sorted, [...sorted].sort());
    if (expected.pick) {
      const [label, after] = expected.pick;
      const picked = items.find((item) => item.label === label);
      assert.ok(picked, `No ${label} in ${labels.slice(0, 40).join(", ")}`);
      assert.equal(applied(text, picked.textEdit as TextEdit), after);
    }
  });
}

function applied(text: string, { range, newText }: TextEdit): string {
  const dockerfile = parseDockerfile(text);
  return (
    text.slice(0, dockerfile.offsetAt(range.start)) + newText + text.slice(dockerfile.offsetAt(range.end))
  );
}

describe("completion of instructions", () => {
  check("[||]", { has: ["FROM", "ARG"], lacks: ["RUN", "COPY"] });
  check("FR[||]", { has: ["FROM"], pick: ["FROM", "FROM "] });
  check("ARG A\n[||]", { has: ["FROM", "ARG"], lacks: ["RUN"] });
  check("FROM alpine\nWD[||]", { has: ["WORKDIR"], lacks: ["RUN", "ADD"] });
  check("FROM alpine\n[||]", { has: ["FROM", "RUN", "COPY", "ADD", "MAINTAINER"], first: ["FROM", "RUN"] });
  check("FROM alpine\n  ru[||]", { pick: ["RUN", "FROM alpine\n  RUN "] });
  check("FROM alpine\nru[||]n echo", { pick: ["RUN", "FROM alpine\nRUN echo"] });
  check("FROM alpine\nONBUILD CO[||]PY a b", { pick: ["COPY", "FROM alpine\nONBUILD COPY a b"] });
  check("from alpine\nr[||]", { pick: ["run", "from alpine\nrun "] });
  check("from alpine\nr[||]", {
    settings: { format: { keywordCase: "upper" } },
    pick: ["RUN", "from alpine\nRUN "],
  });
  check("FROM alpine\nONBUILD [||]", { has: ["RUN", "COPY"], lacks: ["FROM", "ONBUILD", "MAINTAINER"] });
  check("FROM alpine\nONBUILD R[||]", { pick: ["RUN", "FROM alpine\nONBUILD RUN "] });
  check("FROM alpine\nRUN with[||]", { all: [] });
  check("FROM alpine\nRU[||]", {
    has: ["RUN", "RUN heredoc"],
    pick: ["RUN heredoc", "FROM alpine\nRUN <<EOF\nset -e\n${1:command}\nEOF"],
  });
  check("FROM alpine\nRU[||]", {
    client: { createsFiles: false, runsCommands: false },
    has: ["RUN"],
    lacks: ["RUN heredoc"],
  });
  check("FROM alpine\nONBUILD ONBUILD [||]", { lacks: ["RUN"] });
  check("FROM alpine\n# RU[||]", { all: [] });
  check("FROM alpine\nRUN echo \\\n  # RU[||]\n  more", { all: [] });
  check("FROM alpine\nRUN echo \\[||]\n  more", { all: [] });
  check("FROM alpine\nCOPY <<EOF /x\nRU[||]\nEOF\n", { all: [] });
});

describe("completion of directives", () => {
  check("#[||]", { first: ["# syntax=docker/dockerfile:1"] });
  check("# es[||]", { pick: ["# escape=`", "# escape=`"] });
  check("# syntax=docker/dockerfile:1\n# [||]", {
    has: ["# escape=`"],
    lacks: ["# syntax=docker/dockerfile:1"],
  });
  check("# syntax=[||]", {
    first: ["docker/dockerfile:1"],
    pick: ["docker/dockerfile:1", "# syntax=docker/dockerfile:1"],
  });
  check("# check=[||]", { has: ["error=true", "skip=all", "skip="] });
  check("# check=skip=[||]", { has: ["all", "MultipleInstructionsDisallowed"], lacks: ["error=true"] });
  check("# check=skip=all;err[||]", { pick: ["error=true", "# check=skip=all;error=true"] });
  check("# a remark [||]", { all: [] });
  check("\n# sy[||]", { all: [] });
});

const image = { digests: [], size: 5_000_000, created: 0 };

describe("completion of images and stages", () => {
  const images = [
    { ...image, tags: ["me/app:2"], created: 2 },
    { ...image, tags: ["me/app:1", "<none>:<none>"], created: 1 },
  ];
  check("FROM [||]", {
    outside: { images },
    first: ["me/app:2", "me/app:1", "scratch"],
    has: ["alpine", "node"],
    lacks: ["<none>:<none>"],
  });
  check("FROM no[||]", { pick: ["node", "FROM node"] });
  check("FROM me/app:[||]", { outside: { images }, pick: ["me/app:1", "FROM me/app:1"] });
  check("FROM node AS build\nFROM [||]", { first: ["build"] });
  check("FROM node AS build\nFROM --platform=linux/amd64 bu[||]\nFROM x AS later", {
    first: ["build"],
    lacks: ["later"],
  });
  check("FROM node [||]", { all: ["AS"] });
  check("FROM [||]", {
    outside: { namedContexts: ["docs"] },
    first: ["docs", "scratch", "alpine", "debian"],
  });
  const digest = `sha256:${"a".repeat(64)}`;
  const pinned = { ...image, tags: ["me/app:2", "me/app:latest"], digests: [`me/app@${digest}`] };
  check("FROM me/app:2@[||]", { outside: { images: [pinned] }, all: [`me/app:2@${digest}`] });
  check("FROM me/app@[||]", { outside: { images: [pinned] }, all: [`me/app@${digest}`] });
  check("FROM node\nCOPY --from=me/app@[||]", { outside: { images: [pinned] }, all: [`me/app@${digest}`] });
  check("FROM other@[||]", { outside: { images: [pinned] }, all: [] });
  check("FROM node AS [||]", { all: [] });
  check("FROM node AS build\nFROM golang\nFROM alpine\nCOPY --from=[||]", {
    first: ["build", "0", "1"],
    lacks: ["2", "scratch"],
  });
  check("FROM node AS build\nFROM alpine\nCOPY --from=b[||] /a /b", {
    pick: ["build", "FROM node AS build\nFROM alpine\nCOPY --from=build /a /b"],
  });
  check("FROM alpine\nCOPY --from=[||]", { outside: { namedContexts: ["docs"] }, first: ["docs"] });
});

describe("completion of tags from a registry", () => {
  const registryTags = async ({ path }: { path: string }) => (path === "me/app" ? ["latest", "3", "2"] : []);
  const images = [{ ...image, tags: ["me/app:2"] }];
  const settings = { completion: { registryTags: true } };
  check("FROM me/app:[||]", {
    registryTags,
    settings,
    outside: { images },
    first: ["me/app:2", "me/app:latest", "me/app:3"],
  });
  check("FROM me/app:[||]", { registryTags, outside: { images }, lacks: ["me/app:3"] });
  check("FROM me/app[||]", { registryTags, settings, lacks: ["me/app:3"] });
  check("FROM node:[||]", { has: ["node:24", "node:24-slim", "node:24-alpine"], lacks: ["node:18"] });
  check("FROM docker.io/library/debian:[||]", { first: ["docker.io/library/debian:13"] });
  check("FROM me/node:[||]", { lacks: ["me/node:24"] });
  check("FROM node[||]", { lacks: ["node:24"] });
});

describe("completion of flags", () => {
  check("FROM --[||]", { all: ["--platform"] });
  check("FROM --pl[||] alpine", { pick: ["--platform", "FROM --platform= alpine"] });
  check("FROM --platform=[||] alpine", { first: ["$BUILDPLATFORM", "$TARGETPLATFORM", "linux/amd64"] });
  check("FROM alpine\nRUN --[||]", {
    has: ["--device", "--mount", "--mount=type=cache", "--network", "--security"],
  });
  check("FROM alpine\nCOPY -[||]", {
    has: ["--chmod", "--chown", "--exclude", "--from", "--link", "--parents"],
  });
  check("FROM alpine\nCOPY --link --[||] a b", { has: ["--chmod"], lacks: ["--link"] });
  check("FROM alpine\nADD --[||]", { has: ["--checksum", "--keep-git-dir", "--unpack"], lacks: ["--from"] });
  check("FROM alpine\nHEALTHCHECK --[||]", {
    all: ["--interval", "--retries", "--start-interval", "--start-period", "--timeout"],
  });
  check("FROM alpine\nHEALTHCHECK --interval=[||]", { has: ["30s"] });
  check("FROM alpine\nRUN --network=[||]", { all: ["default", "none", "host"] });
  check("FROM alpine\nCOPY --chmod=[||] a b", { has: ["755", "644"] });
  check("FROM node\nCOPY --chown=[||] a b", { first: ["node"], has: ["root"] });
  check("FROM node\nCOPY --chown=node:[||] a b", { pick: ["node", "FROM node\nCOPY --chown=node:node a b"] });
  check("FROM alpine\nCMD --[||]", { all: [] });
  check("FROM alpine\nONBUILD COPY --fr[||]", { has: ["--from"] });
});

describe("completion of mounts", () => {
  check("FROM alpine\nRUN --mount=[||]", {
    has: ["type=bind", "type=cache", "type=secret", "type=ssh", "type=tmpfs"],
  });
  check("FROM alpine\nRUN --mount=[||] pip install flask", {
    has: ["type=cache,target=/root/.cache/pip", "type=cache,target=/var/cache/apt,sharing=locked"],
  });
  check("FROM alpine\nRUN --mount=type=[||]", { all: ["bind", "cache", "secret", "ssh", "tmpfs"] });
  check("FROM alpine\nRUN --mount=type=cache,[||]", {
    has: ["target", "source", "from", "id", "sharing"],
    lacks: ["type", "size", "env"],
  });
  check("FROM alpine\nRUN --mount=type=cache,tar[||] x", {
    pick: ["target", "FROM alpine\nRUN --mount=type=cache,target= x"],
  });
  check("FROM alpine\nRUN --mount=type=cache,target=[||] go build", { first: ["/go/pkg/mod"] });
  check("FROM alpine\nRUN --mount=type=cache,sharing=[||],target=/x", {
    all: ["shared", "locked", "private"],
  });
  check("FROM alpine\nRUN --mount=[||],type=secret", { has: ["id"], lacks: ["sharing"] });
  check("FROM node AS deps\nFROM alpine\nRUN --mount=type=bind,from=[||]", { first: ["deps", "0"] });
  check("FROM alpine\nRUN --mount=type=bind,source=src/[||]", {
    files: { "src/main.go": "x" },
    all: ["main.go"],
  });
});

describe("completion of variables", () => {
  check("ARG TAG=3.20\nFROM alpine:$[||]", {
    first: ["TAG"],
    has: ["BUILDPLATFORM"],
    pick: ["TAG", "ARG TAG=3.20\nFROM alpine:$TAG"],
  });
  check("FROM alpine\nARG A=1\nENV B=2\nWORKDIR /$[||]", { all: ["B", "A"] });
  check("FROM alpine\nENV B=2\nWORKDIR /${[||]", { pick: ["B", "FROM alpine\nENV B=2\nWORKDIR /${B}"] });
  check("FROM alpine\nENV B=2\nWORKDIR /${[||]}", { pick: ["B", "FROM alpine\nENV B=2\nWORKDIR /${B}"] });
  check("FROM alpine\nENV B=2\nWORKDIR /${B:[||]}", {
    first: ["B:-…", "B:+…", "B:?…"],
    pick: ["B:-…", "FROM alpine\nENV B=2\nWORKDIR /${B:-${1:word}}"],
  });
  check("FROM alpine\nENV B=2\nRUN echo $[||]", { first: ["B"], has: ["HTTP_PROXY"], lacks: ["TARGETARCH"] });
  check("FROM alpine\nENV B=2\nFROM debian\nRUN echo $[||]", { lacks: ["B"] });
  check("FROM alpine AS a\nENV B=2\nFROM a\nRUN echo $[||]", { has: ["B"] });
  check("FROM alpine\nENV B=2\nRUN echo \\$[||]", { all: [] });
  check("FROM alpine\nENV B=2\nCOPY <<EOF /x\n$[||]\nEOF\n", { all: ["B"] });
  check('FROM alpine\nENV B=2\nCOPY <<"EOF" /x\n$[||]\nEOF\n', { all: [] });
  check("ARG V=1\nFROM alpine\nARG [||]", { first: ["V"], has: ["TARGETARCH"] });
});

describe("what completion replaces", () => {
  const files = { "src/main.py": "", "package.json": "", "package-lock.json": "" };
  check("FROM node AS build\nFROM bu[||]ild AS next", {
    pick: ["build", "FROM node AS build\nFROM build AS next"],
  });
  check("# syntax=docker/[||]dockerfile:1.4\n", {
    pick: ["docker/dockerfile:1", "# syntax=docker/dockerfile:1\n"],
  });
  check("FROM --plat[||]form=linux/amd64 a", { pick: ["--platform", "FROM --platform=linux/amd64 a"] });
  check("FROM --platform=lin[||]ux/amd64 a", { pick: ["linux/arm64", "FROM --platform=linux/arm64 a"] });
  check("FROM --platform=[||]linux/amd64 a", { pick: ["linux/arm64", "FROM --platform=linux/arm64 a"] });
  check("FROM a\nRUN --mount=type=cache,tar[||]get=/x b", {
    pick: ["target", "FROM a\nRUN --mount=type=cache,target=/x b"],
  });
  check("FROM a\nRUN --mount=type=[||]cache,target=/x b", {
    pick: ["bind", "FROM a\nRUN --mount=type=bind,target=/x b"],
  });
  check("FROM a\nRUN --mount=type=cache,target=/o[||]ld/x go build", {
    pick: ["/go/pkg/mod", "FROM a\nRUN --mount=type=cache,target=/go/pkg/mod go build"],
  });
  check("FROM a\nCOPY pack[||]age.json /x", {
    files,
    pick: ["package-lock.json", "FROM a\nCOPY package-lock.json /x"],
  });
  check("FROM a\nCOPY s[||]rc/main.py /x", { files, pick: ["src/", "FROM a\nCOPY src/main.py /x"] });
  check('FROM a\nCOPY ["pack[||]age.json", "/x"]', {
    files,
    pick: ["package-lock.json", 'FROM a\nCOPY ["package-lock.json", "/x"]'],
  });
  check("FROM a\nCOPY --chown=o[||]ld:nobody a b", {
    pick: ["nobody", "FROM a\nCOPY --chown=nobody:nobody a b"],
  });
  check("FROM a\nSTOPSIGNAL SIG[||]TERM \\\n", { pick: ["SIGINT", "FROM a\nSTOPSIGNAL SIGINT \\\n"] });
  check("FROM a\nSTOPSIGNAL SIG[||]TERM\\\n", { pick: ["SIGINT", "FROM a\nSTOPSIGNAL SIGINT\\\n"] });
  check("FROM a\nCMD [[||]]", {
    pick: ['["executable", "argument"]', 'FROM a\nCMD ["${1:executable}", "${2:argument}"]'],
  });
  check("FROM a\nSHELL [[||]]", {
    pick: ['["/bin/sh", "-eu", "-c"]', 'FROM a\nSHELL ["/bin/sh", "-eu", "-c"]'],
  });
  check('FROM a\nLABEL org.opencontainers.image.licenses="[||]"', {
    pick: ["MIT", 'FROM a\nLABEL org.opencontainers.image.licenses="MIT"'],
  });
  check("FROM a\nENV HOME_DIR=/x\nWORKDIR $HO[||]ME_DIR/y", {
    pick: ["HOME_DIR", "FROM a\nENV HOME_DIR=/x\nWORKDIR $HOME_DIR/y"],
  });
  check("FROM a\nENV HOME_DIR=/x\nWORKDIR ${HO[||]ME_DIR}/y", {
    pick: ["HOME_DIR", "FROM a\nENV HOME_DIR=/x\nWORKDIR ${HOME_DIR}/y"],
  });
  check("FROM debian\nRUN apt-get in[||]stall curl", {
    pick: ["install", "FROM debian\nRUN apt-get install curl"],
  });

  test("an editor that lets the person choose gets both ranges", async () => {
    const client = { createsFiles: true, runsCommands: true, insertsOrReplaces: true };
    const { items } = await itemsAt("FROM a\nSTOPSIGNAL SIG[||]TERM", { client });
    const line = 1;
    assert.deepEqual(items.find(({ label }) => label === "SIGINT")?.textEdit, {
      newText: "SIGINT",
      insert: { start: { line, character: 11 }, end: { line, character: 14 } },
      replace: { start: { line, character: 11 }, end: { line, character: 18 } },
    });
  });
});

describe("completion of variables that nobody expands", () => {
  const env = "FROM alpine\nARG A=1\nENV B=2\n";
  check(`${env}RUN echo '$[||]'`, { all: [] });
  check(`${env}RUN echo "'$[||]'"`, { has: ["B", "A"] });
  check(`${env}RUN echo 'a' "$[||]"`, { has: ["B", "A"] });
  check(`${env}LABEL a='$[||]'`, { all: [] });
  check(`${env}LABEL a="$[||]"`, { all: ["B", "A"] });
  check(`${env}CMD ["echo", "$[||]"]`, { all: [] });
  check(`${env}CMD ["sh", "-c", "echo $[||]"]`, { all: ["B"] });
  check(`${env}COPY ["$[||]", "/x"]`, { all: ["B", "A"] });
  check(`${env}CMD echo $[||]`, { all: ["B"] });
  check(`${env}COPY --from=$[||] a b`, { all: [] });
  check(`${env}COPY --chown=$[||] a b`, { all: ["B", "A"] });
  check(`${env}RUN --mount=type=cache,target=$[||] a`, { has: ["B", "A"] });
  check(`${env}RUN --mount=type=bind,from=$[||] a`, { all: [] });
  check(`${env}COPY <<EOF /x\nit's $[||]\nEOF\n`, { all: ["B", "A"] });
  check(`# escape=\`\n${env}WORKDIR C:\\$[||]`, { all: ["B", "A"] });
  check(`# escape=\`\n${env}WORKDIR C:\`$[||]`, { all: [] });
});

describe("completion of arguments", () => {
  check("FROM alpine\nEXPOSE [||]", { has: ["80", "443", "8080"] });
  check("FROM alpine\nEXPOSE [||]", { files: { "requirements.txt": "flask==3.0\n" }, first: ["5000"] });
  check("FROM redis\nEXPOSE [||]", { first: ["6379"] });
  check("FROM alpine\nEXPOSE 80 [||]", { lacks: ["80"], has: ["443"] });
  check("FROM alpine\nEXPOSE 53/[||]", { all: ["tcp", "udp", "sctp"] });
  check("FROM node\nUSER [||]", { first: ["node"] });
  check("FROM alpine\nRUN adduser -D me\nUSER [||]", { first: ["me"] });
  check("FROM alpine\nSTOPSIGNAL [||]", { first: ["SIGTERM"], has: ["SIGUSR2"] });
  check("FROM alpine\nSTOPSIGNAL SIGQ[||]", { pick: ["SIGQUIT", "FROM alpine\nSTOPSIGNAL SIGQUIT"] });
  check("FROM alpine\nSHELL [||]", { first: ['["/bin/bash", "-o", "pipefail", "-c"]'] });
  check("FROM alpine\nLABEL [||]", { has: ["org.opencontainers.image.source"] });
  check('FROM alpine\nLABEL org.opencontainers.image.title="x" [||]', {
    lacks: ["org.opencontainers.image.title"],
  });
  check("FROM alpine\nWORKDIR /srv/x\nWORKDIR [||]", { first: ["/srv/x"], has: ["/app"] });
  check("FROM alpine\nHEALTHCHECK [||]", { first: ["CMD", "NONE"] });
  check("FROM alpine\nHEALTHCHECK --retries=3 [||]", { first: ["CMD"], lacks: ["NONE"] });
  check("FROM alpine\nEXPOSE 3000\nHEALTHCHECK CMD [||]", {
    first: ["curl", "wget", '["executable", "argument"]'],
    pick: [
      "curl",
      "FROM alpine\nEXPOSE 3000\nHEALTHCHECK CMD curl -fsS http://localhost:${1:3000}/${2} || exit 1",
    ],
  });
  check("FROM alpine\nENV [||]", { first: ["PATH", "LANG"], lacks: ["NODE_ENV"] });
  check("FROM node:22\nARG VERSION\nENV [||]", {
    first: ["VERSION", "PATH", "NODE_ENV"],
    pick: ["VERSION", "FROM node:22\nARG VERSION\nENV VERSION=$VERSION"],
  });
  check("FROM node\nENV NODE_ENV=x\nENV TZ=UTC [||]", { has: ["PATH"], lacks: ["NODE_ENV", "TZ"] });
  check("FROM node\nENV A [||]", { all: [] });
  check("FROM node\nENV A=[||]", { all: [] });
  check("FROM alpine\nVOLUME [||]", { first: ["/data"] });
  check('FROM alpine\nSHELL ["/bin/b[||]"]', { has: ["/bin/bash"], lacks: ["/bin/sh"] });
  check('FROM alpine\nSHELL ["/bin/[||]"]', { has: ["/bin/bash", "/bin/sh"] });
  check('FROM alpine\nSHELL ["/bin/bash", "[||]"]', { all: ["-o", "pipefail", "-c"] });
  check("FROM alpine\nLABEL org.opencontainers.image.licenses=[||]", {
    pick: ["MIT", 'FROM alpine\nLABEL org.opencontainers.image.licenses="MIT"'],
  });
  check("FROM alpine\nLABEL org[||]=x", {
    pick: ["org.opencontainers.image.url", "FROM alpine\nLABEL org.opencontainers.image.url=x"],
  });
  check("FROM alpine\nCMD [||]", { first: ['["executable", "argument"]'] });
});

describe("completion of paths", () => {
  const files = {
    "src/main.py": "print(1)\n",
    "src/secret.key": "",
    "README.md": "",
    ".dockerignore": "*.key\n**/*.key\nREADME.md\n",
  };
  check("FROM alpine\nCOPY [||]", { files, has: ["src/", "."], lacks: ["README.md"] });
  check("FROM alpine\nCOPY src/[||] /app", {
    files,
    has: ["main.py"],
    lacks: ["secret.key"],
    pick: ["main.py", "FROM alpine\nCOPY src/main.py /app"],
  });
  check("FROM alpine\nCOPY ./src/m[||] /app", {
    files,
    pick: ["main.py", "FROM alpine\nCOPY ./src/main.py /app"],
  });
  check('FROM alpine\nCOPY ["src/m[||]", "/app"]', {
    files,
    pick: ["main.py", 'FROM alpine\nCOPY ["src/main.py", "/app"]'],
  });
  check("FROM alpine\nWORKDIR /srv\nCOPY src [||]", { files, first: ["./", "/srv/"], has: ["src/"] });
  const blanks = { "b c.txt": "", "src/d.txt": "" };
  check("FROM alpine\nCOPY [||]", {
    files: blanks,
    first: ["src/", ".", "b c.txt"],
    pick: ["b c.txt", 'FROM alpine\nCOPY ["b c.txt", "${1:./}"]'],
  });
  check("FROM alpine\nCOPY b[||] /x", { files: blanks, lacks: ["b c.txt"] });
  check('FROM alpine\nCOPY ["b[||]"]', { files: blanks, pick: ["b c.txt", 'FROM alpine\nCOPY ["b c.txt"]'] });
  check('FROM alpine\nCOPY "src/[||]', { files: blanks, pick: ["d.txt", 'FROM alpine\nCOPY "src/d.txt'] });
  check("FROM alpine\nCOPY --exclude=[||] . .", { files: blanks, has: ["src/"], lacks: ["b c.txt"] });
  check("FROM node AS build\nFROM alpine\nCOPY --from=build <[||]", { all: [] });
  check("FROM node AS build\nWORKDIR /out\nFROM alpine\nCOPY --from=build [||]", {
    files,
    first: ["/out/"],
    lacks: ["src/"],
  });
});

describe("completion inside RUN", () => {
  check("FROM debian\nRUN apt-get [||]", { first: ["install"], has: ["update"], trigger: " " });
  check("FROM debian\nRUN apt-get install -[||]", { first: ["-y", "--no-install-recommends"] });
  check("FROM debian\nRUN apt-get install -y --no[||] curl", {
    lacks: ["-y"],
    pick: ["--no-install-recommends", "FROM debian\nRUN apt-get install -y --no-install-recommends curl"],
  });
  check("FROM debian\nRUN apt-get install [||]", { all: [], trigger: " " });
  check("FROM alpine\nRUN apk update && apk add --[||]", { first: ["--no-cache"] });
  check("FROM alpine\nRUN <<EOF\napk add --[||]\nEOF\n", { first: ["--no-cache"] });
  check("FROM alpine\nRUN apk update \\\n    && apk add \\\n      --[||]", { first: ["--no-cache"] });
  check("FROM alpine\nRUN echo hello [||]", { all: [] });
  check("FROM debian\nRUN apt-get install --[||]", { first: ["--yes", "--no-install-recommends"] });
  check("FROM debian\nRUN set -e; apt[||]", { all: ["apt-get install", "apt-get", "apt"] });
  check("FROM alpine\nRUN a[||]", { first: ["apk add", "apk", "apt-get"] });
  check("FROM alpine\nRUN echo a[||]", { all: [] });
  check("FROM debian\nRUN <<EOF\nset -e\npi[||]\nEOF\n", { all: ["pip"] });
  check("FROM debian\nRUN python3 -m pip [||]", { first: ["install"] });
  check("FROM debian\nRUN python3 -m pip install --no[||]", { has: ["--no-cache-dir"] });
  check('FROM debian\nRUN ["apt-get", "install", "-[||]"]', { first: ["-y"] });
  check("FROM debian\nRUN apt-get install \\\n  # why\n  -[||]", { first: ["-y"] });
  check("FROM golang\nRUN go mod [||]", { first: ["download"] });
  check("FROM maven\nRUN mvn -[||]", { first: ["-B", "-ntp"] });
  const project = { "package.json": '{"scripts":{"build":"tsc","start":"node ."}}' };
  check("FROM node\nRUN npm run [||]", { files: project, all: ["build", "start"] });
  check("FROM node\nRUN npm run t[||]est", {
    files: project,
    pick: ["start", "FROM node\nRUN npm run start"],
  });
  check("FROM node\nRUN npm run [||]", { files: { "package.json": '{"scripts":' }, all: [] });
  check("FROM alpine\nRUN <[||]", {
    first: ["<<EOF"],
    pick: ["<<EOF", "FROM alpine\nRUN <<EOF\nset -e\n${1:command}\nEOF"],
  });
  check("FROM alpine\nCOPY <<[||]", {
    pick: ["<<EOF", "FROM alpine\nCOPY <<EOF ${1:/etc/app.conf}\n${2:text}\nEOF"],
  });
});

test("long documentation comes when an item is shown", async () => {
  const { items } = await itemsAt("FROM alpine\nEXP[||]", {});
  const expose = items.find(({ label }) => label === "EXPOSE");
  assert.ok(expose && expose.documentation === undefined);
  const { documentation } = withDocumentation(expose);
  assert.match(JSON.stringify(documentation), /\*\*EXPOSE\*\*/);
});

test("the tags of local images cannot bring markup into the documentation", async () => {
  const { items } = await itemsAt("FROM [||]", {
    outside: { images: [{ ...image, tags: ["[x](command:evil)<img>:1"] }] },
  });
  assert.ok(items[0]);
  const { value } = items[0].documentation as { value: string };
  assert.ok(!value.includes("[x](command"), value);
  assert.ok(!/(?<!\\)<img/.test(value), value);
});
