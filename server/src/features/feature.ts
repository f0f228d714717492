import type { CancellationToken, Connection, ServerCapabilities } from "vscode-languageserver";
import type { TextDocumentIdentifier } from "vscode-languageserver-types";
import type { IgnoreFile } from "../ignoreFile/ignoreFile";
import type { LintTask } from "../lint/lintFile";
import type { Outside } from "../lint/outside";
import type { Rule } from "../lint/rule";
import type { LintSettings } from "../lint/settings";
import type { Dockerfile } from "../model/dockerfile";
import type { Ports } from "../ports";
import type { Settings } from "../protocol";

/** One thing that the editor can ask for. It declares its own capability, so the initialize answer is a sum. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  connect(connection: Connection, serve: Serve, others: Others): void;
}

/** What few features need. */
export interface Others {
  readonly workspace: Workspace;
  /** The same for `.dockerignore` files. Asked for a document of the other kind, either answers null. */
  readonly serveIgnoreFile: ServeIgnoreFile;
}

/** Every Dockerfile of the workspace that git does not ignore, opened or not. */
export interface Workspace {
  /** In the order of their paths; empty where no files can be read. */
  uris(): Promise<readonly string[]>;
  /** As the editor has it, or as it stands on disk; undefined where it is gone. */
  dockerfile(uri: string): Promise<Dockerfile | undefined>;
}

/**
 * Turns a function of a Dockerfile into a request handler: it finds the document, drops answers that nobody waits for
 * any more, and turns a crash into an empty answer and a line in the log.
 */
export type Serve = <Params extends { textDocument: TextDocumentIdentifier }, Result>(
  handler: (dockerfile: Dockerfile, params: Params, file: DockerfileContext) => Result | Promise<Result>,
  scope?: "open files" | "also closed files",
) => (params: Params, token: CancellationToken) => Promise<Result | null>;

export type ServeIgnoreFile = <Params extends { textDocument: TextDocumentIdentifier }, Result>(
  handler: (ignoreFile: IgnoreFile, params: Params, file: DockerfileContext) => Result | Promise<Result>,
) => (params: Params, token: CancellationToken) => Promise<Result | null>;

/** What belongs to an open Dockerfile besides its text. */
export interface DockerfileContext {
  readonly uri: string;
  readonly settings: Settings;
  readonly lint: LintSettings;
  readonly outside: Outside;
  readonly ports: Ports;
  /** The configuration in force for hadolint, or the one to make, which has no text yet; undefined where there can be none. */
  readonly hadolintConfig?: { readonly uri: string; readonly text: string | undefined } | undefined;
  /** What the editor can do besides showing our answers. */
  readonly client?: {
    /** It makes a file where an edit asks for it. */
    readonly createsFiles: boolean;
    /** It has Drydock's own commands. */
    readonly runsCommands: boolean;
    /** It has an engine behind it, so that commands on images and containers mean something. */
    readonly hasEngine?: boolean;
    /** It asks for the edit of an action once the person has chosen it. */
    readonly asksForEdits?: boolean;
    /** It knows the gaps of snippets. */
    readonly expandsSnippets?: boolean;
    /** It lets the person choose whether a proposal replaces the rest of the word behind the cursor. */
    readonly insertsOrReplaces?: boolean;
    /** It takes offsets for the place of a parameter in its signature. */
    readonly placesParameters?: boolean;
    /** It leads from a diagnostic's code to its description. */
    readonly describesCodes?: boolean;
    /** It keeps what a diagnostic carries for programs, and hands it back with a request for actions. */
    readonly keepsDiagnosticData?: boolean;
  };
  /** What programs know of the file by now. */
  readonly programs?: ((dockerfile: Dockerfile) => LintTask["programs"]) | undefined;
  /** Where the rules' documentation lies, a URI to which `#id` can be added. */
  readonly rulesDocumentation: string | undefined;
  /** Told of a rule that threw, so that the log names it. */
  readonly onCrash: (rule: Rule, error: unknown) => void;
}
