import type { Position, TextEdit } from "vscode-languageserver-types";
import { keywordLike } from "../../lint/lineEdits";
import { copyOf } from "../../model/copyOf";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import { lastUser } from "../../model/lastUser";
import { runCommands } from "../../model/runCommands";
import { shellOf } from "../../model/shellOf";
import type { Stage } from "../../model/stages";
import { stageUses } from "../../model/stageUses";
import { indentationOf } from "../formatting/indentation";
import { workingFolder } from "../workingFolder";
import { freeStageName } from "./nameStage";
import type { Place, Refactoring } from "./refactoring";

/**
 * Moves COPY and RUN instructions into a stage of their own and copies the working folder from it, so that the final image
 * has no layer of theirs. Offered where, as far as can be seen, they write nowhere else.
 */
export const extractBuildStage: Refactoring = {
  kind: "refactor.extract",
  offers(place) {
    const { dockerfile, instruction } = place;
    const stage = dockerfile.stageAt(instruction.firstLine);
    const build = stage ? buildInstructions(place, stage) : [];
    const [first] = build;
    if (!stage || !first || lastUser(stage) || stage.base === undefined) return [];
    const folder = workingFolder(dockerfile, first);
    if (folder === undefined || !/^\/[\w./-]+$/.test(folder)) return [];
    if (!build.every((each) => staysWithin(dockerfile, each, folder))) return [];
    const before = stage.instructions.slice(1, stage.instructions.indexOf(first));
    if (before.some(({ keyword }) => keyword === "ONBUILD")) return [];
    return [
      {
        title: `Extract into a build stage, and copy ${folder} from it`,
        edits: extracted(dockerfile, stage, { before, build, folder }),
      },
    ];
  },
};

const BUILDS: ReadonlySet<string> = new Set(["COPY", "ADD", "RUN"]);

/** The selected ones, or all around the cursor up to the next that is no part of a build. */
function buildInstructions(
  { selected, instruction }: Place,
  { instructions }: Stage,
): readonly Instruction[] {
  if (selected.length > 1) {
    const isBuild = selected.every((each) => BUILDS.has(each.keyword) && instructions.includes(each));
    return isBuild && selected.some(({ keyword }) => keyword === "RUN") ? selected : [];
  }
  if (instruction.keyword !== "RUN") return [];
  const at = instructions.indexOf(instruction);
  const start = instructions.slice(0, at).findLastIndex(({ keyword }) => !BUILDS.has(keyword)) + 1;
  const length = instructions.slice(at).findIndex(({ keyword }) => !BUILDS.has(keyword));
  return instructions.slice(start, length < 0 ? undefined : at + length);
}

/** Whether nothing tells of a file outside of the folder, or of an owner, that the copy would lose. */
function staysWithin(dockerfile: Dockerfile, instruction: Instruction, folder: string): boolean {
  const isWithin = (path: string) =>
    !path.startsWith("/") || path === folder || path.startsWith(`${folder}/`) || path.startsWith("/dev/");
  if (instruction.keyword !== "RUN") {
    const destination = copyOf(instruction)?.destination.value;
    const keepsOwner = !instruction.flags.some(({ name }) => name === "chown");
    return keepsOwner && destination !== undefined && !/[$~]|\.\./.test(destination) && isWithin(destination);
  }
  const commands = runCommands(instruction, shellOf(dockerfile, instruction));
  return (
    commands.length > 0 &&
    commands.every(({ name, words, redirections }) => {
      const values = [...words, ...redirections.flatMap(({ target }) => target ?? [])].map(
        ({ value, text }) => value ?? text,
      );
      if (name === undefined || ELSEWHERE.has(name) || values.some((value) => GLOBAL.test(value)))
        return false;
      return values.every((value) => isWithin(value.replace(/^-[\w-]+=/, "")));
    })
  );
}

/** Programs that install into the system, make users and owners, or take away files, which a copy does not. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  ..."apt apt-get aptitude dpkg apk dnf dnf5 microdnf yum rpm zypper pacman emerge xbps-install".split(" "),
  ..."rm rmdir mv unlink".split(" "),
  ..."useradd adduser groupadd addgroup usermod chown chgrp ldconfig locale-gen update-ca-certificates".split(
    " ",
  ),
  ..."pip pip3 pipx uv gem bundle conda mamba cpan luarocks corepack rustup sdk nvm update-alternatives".split(
    " ",
  ),
]);

const GLOBAL = /^(?:-g|--global|global|~.*|\$HOME.*|\.\.(?:\/.*)?)$/;

interface Parts {
  readonly before: readonly Instruction[];
  readonly build: readonly Instruction[];
  readonly folder: string;
}

function extracted(dockerfile: Dockerfile, stage: Stage, { before, build, folder }: Parts): TextEdit[] {
  const { from, name } = stage;
  const like = (keyword: string) => keywordLike(keyword, from, dockerfile);
  const [FROM, AS, COPY] = [like("FROM"), like("AS"), like("COPY")];
  const buildName = freeStageName(dockerfile, "build");
  const baseName = before.length > 0 ? freeStageName(dockerfile, "base") : undefined;
  const image = from.words[0];
  const last = build.at(-1);
  if (image === undefined || last === undefined) return [];
  const head = [...from.flags, image].map(({ start, end }) => from.line.text.slice(start, end)).join(" ");
  const renamed = {
    range: { start: image.range.end, end: from.words.at(-1)?.range.end ?? image.range.end },
    newText: ` ${AS} ${baseName ?? buildName}`,
  };
  const ownName = name === undefined ? "" : ` ${AS} ${name}`;
  const final = `\n\n${FROM} ${baseName ?? head}${ownName}\n${COPY} --from=${buildName} ${folder} ${folder}`;
  const place = placeAbove(dockerfile, build);
  const isBehindBlank = dockerfile.line(place.line - 1).trim() === "";
  return [
    renamed,
    ...(baseName
      ? [insertion(place, `${isBehindBlank ? "" : "\n"}${FROM} ${baseName} ${AS} ${buildName}\n`)]
      : []),
    insertion(last.range.end, final),
    ...movedIndexes(dockerfile, stage, baseName ? 2 : 1),
  ];
}

function insertion(place: Position, newText: string): TextEdit {
  return { range: { start: place, end: place }, newText };
}

/** Above the comments that stand directly on the first one. */
function placeAbove(dockerfile: Dockerfile, [first]: readonly Instruction[]): Position {
  let line = first?.firstLine ?? 0;
  while (
    line > 0 &&
    dockerfile
      .line(line - 1)
      .slice(indentationOf(dockerfile.line(line - 1)).length)
      .startsWith("#")
  )
    line--;
  return { line, character: 0 };
}

/** Those that name a stage by its number count the new ones. */
function movedIndexes(dockerfile: Dockerfile, { index }: Stage, by: number): TextEdit[] {
  return stageUses(dockerfile)
    .filter((use) => use.isIndex && use.stage !== undefined && use.stage.index >= index)
    .map(({ range, stage }) => ({ range, newText: String((stage?.index ?? 0) + by) }));
}
