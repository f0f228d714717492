import { type ClientCapabilities, type Connection, DiagnosticRefreshRequest } from "vscode-languageserver";
import { completeSettings } from "./completeSettings";
import type { DockerfileContext } from "./features/feature";
import { nothingOutside } from "./lint/outside";
import { lintSettingsOf } from "./lintSettingsOf";
import type { Ports } from "./ports";
import {
  type InitializationOptions,
  imagesChangedNotification,
  type LocalImageInformation,
  type Settings,
} from "./protocol";

/** What belongs to each open file besides its text: settings, and what is known of the world outside. Kept until something of it changes. */
export interface FileContexts {
  begin(capabilities: ClientCapabilities, initial: InitializationOptions | undefined, ports: Ports): void;
  readonly canRegisterForConfiguration: boolean;
  of(uri: string): Promise<DockerfileContext>;
  forget(uri: string): void;
  /** Told when a file's findings may have changed though its text did not. */
  onChange(listener: () => void): void;
}

export function createFileContexts(
  connection: Connection,
  rulesDocumentation: string | undefined,
): FileContexts {
  const contexts = new Map<string, Promise<DockerfileContext>>();
  const listeners: (() => void)[] = [];
  let asksForSettings = false;
  let refreshesDiagnostics = false;
  let settings = completeSettings(undefined);
  let ports: Ports = { files: undefined, localImages: undefined };
  let canRegisterForConfiguration = false;
  let imagesAsked = false;
  let images: readonly LocalImageInformation[] | undefined;

  const changed = () => {
    contexts.clear();
    for (const listener of listeners) listener();
    if (refreshesDiagnostics) {
      connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => {
        connection.console.warn(`The client refused to ask for diagnostics again: ${String(error)}`);
      });
    }
  };
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    if (!asksForSettings) settings = completeSettings(sent?.drydock);
    changed();
  });
  connection.onNotification(imagesChangedNotification, () => {
    imagesAsked = false;
    fetchImages();
  });

  /** In the background: an engine that is slow to answer must not hold up a keystroke. */
  function fetchImages(): void {
    if (imagesAsked || !ports.localImages) return;
    imagesAsked = true;
    ports.localImages().then(
      (answer) => {
        images = answer;
        changed();
      },
      (error: unknown) => connection.console.warn(`The client did not tell its images: ${String(error)}`),
    );
  }

  async function make(uri: string): Promise<DockerfileContext> {
    const own: Settings = asksForSettings
      ? completeSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: "drydock" }))
      : settings;
    fetchImages();
    return {
      uri,
      settings: own,
      lint: lintSettingsOf(own),
      outside: { ...nothingOutside(), images },
      ports,
      rulesDocumentation,
      onCrash: (rule, error) =>
        connection.console.error(`Rule ${rule.id} failed and was left out. ${String(error)}`),
    };
  }

  return {
    begin(capabilities, initial, opened) {
      asksForSettings = capabilities.workspace?.configuration === true;
      canRegisterForConfiguration =
        capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
      refreshesDiagnostics = capabilities.workspace?.diagnostics?.refreshSupport === true;
      settings = completeSettings(initial?.settings);
      ports = opened;
    },
    get canRegisterForConfiguration() {
      return canRegisterForConfiguration;
    },
    of(uri) {
      const known = contexts.get(uri);
      if (known) return known;
      const made = make(uri);
      contexts.set(uri, made);
      made.catch(() => contexts.delete(uri));
      return made;
    },
    forget: (uri) => void contexts.delete(uri),
    onChange: (listener) => void listeners.push(listener),
  };
}
