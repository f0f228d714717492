import type { Position, Range } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { Instruction } from "../../model/instruction";
import type { DockerfileContext } from "../feature";

/** What a pop-up says, and of which part of the text. */
export interface Found {
  readonly range: Range;
  /** Markdown; undefined where nothing is known of it. */
  readonly value: string | undefined;
}

/** Where the mouse rests. */
export interface Pointed {
  readonly dockerfile: Dockerfile;
  readonly position: Position;
  readonly file: DockerfileContext;
  /** Of ONBUILD the trigger, once the mouse is on it. */
  readonly instruction: Instruction;
}
