import type { CredentialStore } from "../engine/credentials/credentialStore";
import type { Engine } from "../engine/engine";
import type { Subject } from "../selection/subject";
import type { NoticeAction, Ui } from "../ui/ui";
import type { BuildProblems } from "./buildProblems";
import type { CommandId, DockerCommandLines } from "./command";
import type { OpenedLog } from "./containers/followLog";
import type { ContainersView } from "./containersView";
import type { DockerContexts } from "./dockerContexts";
import type { ImagesView } from "./imagesView";
import type { Language } from "./language";
import type { Machine } from "./machine";
import type { Memory } from "./memory";
import type { Preferences } from "./preferences";
import type { Workspace } from "./workspace";

/** All that a command may reach, handed to it, so that it runs in plain Node as it does in the editor. */
export interface CommandHost {
  /** Connects on the first call; rejects with an EngineError where no engine answers. */
  engine(): Promise<Engine>;
  readonly ui: Ui;
  readonly credentials: CredentialStore;
  readonly workspace: Workspace;
  readonly machine: Machine;
  readonly memory: Memory;
  readonly preferences: Preferences;
  readonly dockerContexts: DockerContexts;
  readonly buildProblems: BuildProblems;
  readonly imagesView: ImagesView;
  readonly containersView: ContainersView;
  /** The logs that have been opened, by the names of their documents, the newest last. */
  readonly openedLogs: Map<string, OpenedLog>;
  /** What only the language server knows of a Dockerfile. */
  readonly language: Language;
  /** Starts another command, as if the person had chosen it. */
  run(id: CommandId, selected: readonly Subject[]): void;
  /** Words, shows and logs what went wrong, where the command itself goes on or knows what could be done. */
  reportFailure(error: unknown, doing: string, actions?: readonly NoticeAction[]): void;
  /** Asks the engine again and draws the views anew. */
  refresh(): void;
  /** What the commands that suit a subject would be on docker's command line. */
  equivalents(subject: Subject): readonly { readonly title: string; readonly lines: DockerCommandLines }[];
}
