import type { FileSubject } from "../selection/subject";

/** The files that a person works on, as far as commands need them. */
export interface Workspace {
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** Whether a folder is open that lies on no disk here: a virtual workspace. */
  readonly hasVirtualFolders: boolean;
  /** The Dockerfile in the active editor, wherever it lies. */
  activeDockerfile(): FileSubject | undefined;
  /** Paths of the Dockerfiles in all folders on disk. */
  dockerfiles(): Promise<readonly string[]>;
  /** Writes the file's unsaved changes, since the engine reads what is on disk. "refused" where saving failed. */
  save(path: string): Promise<"saved" | "refused">;
  /** Rejects where the file can't be read. */
  readText(path: string): Promise<string>;
  /** Writes a task into the first folder's tasks; one of the same label is replaced. */
  saveTask(task: { readonly label: string; readonly type: string }): Promise<"saved" | "no folder">;
  /** Opens an editor with the cursor at a line, counted from zero. */
  reveal(path: string, line: number): Promise<void>;
}
