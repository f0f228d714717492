import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../../server/src/features/hover/hover";
import { parseDockerfile } from "../../../server/src/model/parseDockerfile";
import { dockerfileContext, type World } from "../../support/dockerfileContext";
import { readMarks } from "../../support/markedText";

/** The mouse rests at `[||]`. Every text must be in the pop-up; none means that there is no pop-up. */
function check(
  marked: string,
  texts: readonly string[],
  { over, ...world }: World & { over?: string } = {},
): void {
  const [line = ""] = marked.split("\n").filter((one) => one.includes("[||]"));
  test(`${line} ${texts.length === 0 ? "says nothing" : ""}`, async () => {
    const { text, ranges } = readMarks(marked);
    const dockerfile = parseDockerfile(text);
    const position = ranges[0]?.start ?? { line: 0, character: 0 };
    const found = await hover(dockerfile, position, dockerfileContext(world));
    if (texts.length === 0) return assert.equal(found, null);
    assert.ok(found, "No pop-up");
    const { value } = found.contents as MarkupContent;
    for (const wanted of texts) assert.ok(value.includes(wanted), `No "${wanted}" in:\n${value}`);
    if (over !== undefined) assert.equal(found.range && dockerfile.textOf(found.range), over);
  });
}

describe("hover over instructions and directives", () => {
  check("FR[||]OM alpine", ["**FROM**", "**Trap:**", "```dockerfile"], { over: "FROM" });
  check("FROM alpine\nONBUILD RU[||]N x", ["**RUN**"]);
  check("FROM alpine\nONB[||]UILD RUN x", ["**ONBUILD**"]);
  check("FROM alpine\nBOGUS[||] x", []);
  check("# syn[||]tax=docker/dockerfile:1\nFROM alpine", ["Parser directive `syntax`"]);
  check("# a rem[||]ark\nFROM alpine", []);
  check("# check=skip=StageName[||]Casing\nFROM alpine", ["**`stage-name-casing`**"], {
    over: "StageNameCasing",
  });
  check("FROM alpine\n# hadolint ignore=DL30[||]18\nRUN x", ["unpinned"]);
  check("FROM alpine\nRUN a \\\n  # [||]RUN\n  b", []);
  check("[||]\nFROM alpine", []);
});

describe("hover over flags", () => {
  check("FROM alpine\nCOPY --li[||]nk a b", ["**COPY `--link`**", "syntax 1.4"], { over: "--link" });
  check("FROM alpine\nRUN --mou[||]nt=type=cache,target=/x y", ["**RUN `--mount=type=…`**"]);
  check("FROM alpine\nRUN --mount=type=ca[||]che,target=/x y", ["Mount of type `cache`"], { over: "cache" });
  check("FROM alpine\nRUN --mount=type=cache,tar[||]get=/x y", ["Mount key `target`", "`dst`"], {
    over: "target",
  });
  check("FROM alpine\nRUN --mount=type=cache,sharing=loc[||]ked,target=/x y", ["second build waits"]);
  check("FROM --platform=linux/ar[||]m64 alpine", ["Apple Silicon"], { over: "linux/arm64" });
  check("FROM alpine\nRUN --network=no[||]ne x", ["No network"]);
  check("FROM alpine\nRUN --bo[||]gus x", []);
});

describe("hover over variables", () => {
  check(
    "FROM alpine\nENV A=1\nENV B=${A}.0\nWORKDIR /$[||]B",
    ["Value: `1.0`", "Set in line 3", "ENV B=${A}.0"],
    { over: "$B" },
  );
  check("FROM alpine\nENV A=archive.tar.gz\nWORKDIR /${A%[||].*}", [
    "Value: `archive.tar`",
    "`${name%pattern}`",
  ]);
  check("FROM alpine\nWORKDIR /${NO[||]PE:-x}", ["`${name:-word}`"]);
  check("ARG TA[||]G=3\nFROM alpine:$TAG", ["**ARG** `TAG`", "Value: `3`", "Used in line 2"], {
    over: "TAG",
  });
  check('FROM alpine\nENV A=1\nRUN echo "$[||]A"', ["Value: `1`", "shell expands"]);
  check("FROM alpine\nENV A=1\nRUN echo '$[||]A'", []);
  check("FROM alpine\nENV A=1\nRUN <<EOF\necho $[||]A\nEOF\n", ["Value: `1`"]);
  check("FROM alpine\nRUN echo $[||]NOBODY", []);
  check("FROM --platform=$BUILD[||]PLATFORM alpine", ["machine that builds"]);
  const unseen = ["The global argument of line 1 is not seen here", "`ARG V`"];
  check("ARG V=1\nFROM alpine\nENV B=$[||]V", unseen);
  check("ARG V=1\nFROM alpine\nRUN echo $[||]V", unseen);
  check("ARG V=1\nFROM alpine\nRUN V=2 && echo $[||]V", []);
  check("FROM alpine\nENV V=1\nRUN for V in a b; do echo $[||]V; done", []);
  check("FROM alpine\nARG TARGET[||]ARCH", ["The builder sets it"]);
  check("FROM alpine\nENV A=1 B=$[||]A", ["until its end the value from before holds"]);
  check("FROM alpine\nARG A=1\nCMD echo $[||]A", []);
  check('FROM alpine\nENV A="`x`[y](z)"\nWORKDIR $[||]A', ["Value: `` `x`[y](z) ``"]);
});

describe("hover over stages and images", () => {
  const build = "FROM node:22 AS build\nRUN x\nFROM alpine\nCOPY --from=build /a /b\n";
  check(
    build.replace("AS build", "AS bu[||]ild"),
    ["**Stage 0** `build`", "1 instruction follows", "Copied from in line 4"],
    { over: "build" },
  );
  check(build.replace("from=build", "from=bu[||]ild"), ["**Stage 0** `build`", "FROM node:22 AS build"]);
  check(build.replace("from=build", "from=[||]0"), ["**Stage 0**"]);
  check("FROM node AS b\nFROM [||]b", ["**Stage 0**", "Base in line 2"]);
  check("FROM alp[||]ine:3.5", ["small Linux", "no fixes since", "`apk`"], { over: "alpine:3.5" });
  check("FROM scra[||]tch", ["Nothing at all"]);
  check("ARG V=22\nFROM node:${V}-sl[||]im", ["`node`", "Packages come with `apt-get`"]);
  check("FROM node A[||]S build", ["**AS**", "--target"], { over: "AS" });
  check("FROM ghcr.io/me/a[||]pp", ["[Open on GitHub Packages](https://ghcr.io/me/app)"]);
  check("FROM redis[||]", ["Without a tag", "6379 ("]);
  check("FROM alpine\nCOPY --from=ngi[||]nx /a /b", ["`nginx`"]);
  const images = [{ tags: ["me/app:1"], digests: [], size: 5_000_000, created: Date.parse("2026-01-02") }];
  check("FROM me/a[||]pp:1", ["5 MB", "2026-01-02"], { outside: { images } });
  check("FROM me/a[||]pp:2", ["Not on this engine yet"], { outside: { images } });
  check("FROM Me/[||]App", []);
});

describe("hover over arguments", () => {
  check("FROM alpine\nEXPOSE 54[||]32", ["PostgreSQL", "docker run -p 5432:5432"], { over: "5432" });
  check("FROM alpine\nEXPOSE 53/u[||]dp", ["DNS", "`udp`"]);
  check("FROM alpine\nEXPOSE $P[||]", ["**Variable** `P`"]);
  check("FROM alpine\nSTOPSIGNAL SIG[||]QUIT", ["**SIGQUIT** (3)"]);
  check("FROM alpine\nSTOPSIGNAL 1[||]5", ["**SIGTERM** (15)"]);
  check("FROM alpine\nSTOPSIGNAL SIGRTMIN[||]+3", ["**Signal 37**", "real-time"]);
  check("FROM alpine\nEXPOSE 53/u[||]dp", ["docker run -p 53:53/udp"]);
  check("FROM alpine\nEXPOSE 7000[||]-7010", ["docker run -p 7000-7010:7000-7010"]);
  check("FROM node\nUSER no[||]de", ["**`node`**"]);
  check("FROM node\nUSER 10[||]00:1000", ["**`node`** (1000)"]);
  check("FROM alpine\nUSER no[||]de", []);
  check("FROM alpine\nRUN adduser -D me\nUSER m[||]e", ["Made in line 2"]);
  check("FROM alpine\nHEALTHCHECK C[||]MD true", ["Runs a command to check"], { over: "CMD" });
  check("FROM alpine\nHEALTHCHECK NO[||]NE", ["Takes away the check"]);
  check('FROM alpine\nSHELL ["/bin/ba[||]sh", "-c"]', ["**bash**"]);
  check("FROM alpine\nLABEL org.opencontainers.image.ti[||]tle=x", ["name of the image for people"]);
  check("FROM alpine\nWORKDIR /a\nWORKDIR b[||]", ["`/a/b`"]);
  check("FROM alpine\nWORKDIR /a\nCOPY x .[||]/y", ["In `/a`"]);
  const files = { "src/main.py": "print(1)\n", "a.key": "x", ".dockerignore": "*.key" };
  check("FROM alpine\nCOPY src/ma[||]in.py /a", ["File `src/main.py`", "9 B"], { files });
  check("FROM alpine\nCOPY a.k[||]ey /a", ["**Left out** by `.dockerignore`"], { files });
  const project = { ...files, "node_modules/a": "12", ".dockerignore": "*.key\nnode_modules" };
  check(
    "FROM alpine\nCOPY .[||] /a",
    ["The whole build context: **2 files, 27 B**", "leaves out 2 more files"],
    {
      files: project,
    },
  );
  check("FROM alpine\nCOPY s[||]rc /a", ["Folder `src` of the build context: **1 file, 9 B**"], { files });
  check("FROM alpine\nCOPY *.k[||]ey /a", ["**0 files, 0 B**", "`.dockerignore` leaves out 1 more file"], {
    files,
  });
  check("FROM alpine\nADD https://exam[||]ple.com/x /x", ["`--checksum`"]);
  check("FROM alpine\nADD https://exam[||]ple.com/x.git /x", ["Cloned"]);
  check("FROM alpine\nCOPY ../../et[||]c/passwd /a", [], { files });
});

describe("hover inside RUN", () => {
  check("FROM alpine\nRUN ap[||]k add x", ["**apk**"], { over: "apk" });
  check("FROM alpine\nRUN x && apk a[||]dd x", ["**apk add**"]);
  check("FROM debian\nRUN apt-get install -y --no-install-rec[||]ommends x", [
    "`--no-install-recommends`",
    "smaller",
  ]);
  check("FROM debian\nRUN ec[||]ho x", []);
  check("FROM debian\nRUN apt-get install -y[||]q x", ["`-y`", "`-q`"], { over: "-yq" });
  check("FROM debian\nRUN python3 -m pip install --no-ca[||]che-dir x", ["`--no-cache-dir`** of pip"]);
  check("FROM golang\nRUN go mod down[||]load", ["**go mod download**"]);
  check("FROM debian\nRUN <<E[||]OF\necho x\nEOF\n", ["**Heredoc** up to `EOF`", "`set -e`"], {
    over: "<<EOF",
  });
  check('FROM debian\nCOPY <<-"E[||]OF" /x\necho x\nEOF\n', [
    "stays as it is written",
    "takes away the tabs",
  ]);
});
