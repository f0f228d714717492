import type { Position } from "vscode-languageserver-types";
import type { Dockerfile } from "../../model/dockerfile";
import type { DockerfileContext } from "../feature";

/** What completion is asked with, besides the place that is being written. */
export interface Asked {
  readonly dockerfile: Dockerfile;
  readonly position: Position;
  readonly file: DockerfileContext;
  /** The character that made the editor ask by itself; undefined where the person asked, or typed a letter. */
  readonly trigger: string | undefined;
}
