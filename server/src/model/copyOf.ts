import type { Range } from "vscode-languageserver-types";
import type { Heredoc } from "./heredocs";
import type { Flag, Instruction } from "./instruction";
import { meantExecForm } from "./meantExecForm";
import { oncePer } from "./oncePer";
import { trailingRemark } from "./trailingRemark";

/** What a COPY or ADD takes and where it puts it. */
export interface Copy {
  readonly sources: readonly CopySource[];
  readonly destination: CopyPlace;
  /** `--from` of a COPY. */
  readonly from: Flag | undefined;
}

export interface CopyPlace {
  /** As written; quotes of the exec form taken away. */
  readonly text: string;
  /** Without quotes and escapes, variables as written. */
  readonly value: string;
  readonly range: Range;
}

export interface CopySource extends CopyPlace {
  readonly kind: "path" | "url" | "git" | "heredoc";
  readonly heredoc: Heredoc | undefined;
}

/**
 * Undefined for any other instruction, for one with fewer than two places, and where a broken JSON array or a comment behind
 * it keeps from seeing which is which.
 */
export function copyOf(instruction: Instruction): Copy | undefined {
  return copies(instruction);
}

/** Many rules ask, and an instruction that an edit elsewhere left in its place stays the same object. */
const copies = oncePer((instruction: Instruction): Copy | undefined => {
  if (instruction.keyword !== "COPY" && instruction.keyword !== "ADD") return undefined;
  if (meantExecForm(instruction) || trailingRemark(instruction)) return undefined;
  const places = placesOf(instruction);
  const destination = places.at(-1);
  if (destination === undefined || places.length < 2) return undefined;
  return {
    sources: places.slice(0, -1).map((place) => sourceAt(place, instruction)),
    destination,
    from: instruction.keyword === "COPY" ? instruction.flags.find(({ name }) => name === "from") : undefined,
  };
});

function placesOf({ exec, words }: Instruction): CopyPlace[] {
  if (exec === undefined) return words.map(({ text, value, range }) => ({ text, value, range }));
  return exec.strings.map(({ value, range }) => ({ text: value, value, range }));
}

function sourceAt(place: CopyPlace, { keyword, heredocs }: Instruction): CopySource {
  const { line, character } = place.range.start;
  const heredoc = heredocs.find(
    ({ markerRange: { start } }) => start.line === line && start.character === character,
  );
  if (heredoc !== undefined) return { ...place, kind: "heredoc", heredoc };
  return { ...place, kind: keyword === "ADD" ? remoteKind(place.value) : "path", heredoc: undefined };
}

/** ADD alone fetches: a repository by its suffix, its scheme or its ssh form, anything else over HTTP. */
function remoteKind(source: string): "git" | "url" | "path" {
  if (/^(?:git:\/\/|ssh:\/\/|git@[^/]+:)/.test(source)) return "git";
  if (!/^https?:\/\//.test(source)) return "path";
  return /^[^?#]*\.git(?:[?#]|$)/.test(source) ? "git" : "url";
}
