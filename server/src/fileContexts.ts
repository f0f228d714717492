import {
  type ClientCapabilities,
  type Connection,
  DiagnosticRefreshRequest,
  type InitializeParams,
  MessageType,
  ShowMessageNotification,
} from "vscode-languageserver";
import { completeSettings } from "./completeSettings";
import type { DockerfileContext } from "./features/feature";
import { type BuildContexts, createBuildContexts } from "./files/buildContexts";
import { createHadolintConfigFiles, type HadolintConfigFiles } from "./files/hadolintConfigFiles";
import { type BuildFolder, namedContextsOf } from "./files/namedContexts";
import type { ConfigProblem } from "./lint/hadolintConfig";
import { layeredSettings } from "./lint/layeredSettings";
import { type BuildContextFiles, nothingOutside } from "./lint/outside";
import { lintSettingsOf } from "./lintSettingsOf";
import type { Dockerfile } from "./model/dockerfile";
import type { Ports } from "./ports";
import {
  type ClientAbilities,
  type InitializationOptions,
  imagesChangedNotification,
  type LocalImageInformation,
  type Settings,
  workspaceTrustedNotification,
} from "./protocol";
import { rules } from "./rules";
import { createShellCheckService, type ShellCheckService } from "./shellcheckService";
import type { WorkspaceFolders } from "./workspaceFolders";

/** What belongs to each file besides its text: settings, and what is known of the world outside. Kept until something of it changes. */
export interface FileContexts {
  begin(params: InitializeParams, ports: Ports): void;
  readonly canRegisterForConfiguration: boolean;
  /** `dockerfile`: the file as it is now. */
  of(uri: string, dockerfile: Dockerfile): Promise<DockerfileContext>;
  forget(uri: string): void;
  /** Something on disk changed: "paths" came or went, "configuration" says something else. */
  refresh(what: "paths" | "configuration"): void;
  /** Told when a file's findings may have changed though its text did not. */
  onChange(listener: () => void): void;
}

export function createFileContexts(
  connection: Connection,
  folders: WorkspaceFolders,
  rulesDocumentation: string | undefined,
): FileContexts {
  const contexts = new Map<string, Promise<DockerfileContext>>();
  const listeners: (() => void)[] = [];
  let client: ClientCapabilities = {};
  let settings = completeSettings(undefined);
  let ports: Ports = { files: undefined, localImages: undefined };
  let buildContexts: BuildContexts = createBuildContexts(undefined);
  let hadolintConfigs: HadolintConfigFiles | undefined;
  let shellcheck: ShellCheckService | undefined;
  let mayRunPrograms = false;
  let imagesAsked = false;
  let images: readonly LocalImageInformation[] | undefined;

  const asksForSettings = () => client.workspace?.configuration === true;
  const changed = () => {
    contexts.clear();
    for (const listener of listeners) listener();
    if (client.workspace?.diagnostics?.refreshSupport) {
      connection.sendRequest(DiagnosticRefreshRequest.type).catch((error: unknown) => {
        connection.console.warn(`The client refused to ask for diagnostics again: ${String(error)}`);
      });
    }
    // What `latest` is, and what a step added, stand beside the text until somebody asks again.
    if (client.workspace?.inlayHint?.refreshSupport) {
      connection.languages.inlayHint.refresh().catch((error: unknown) => {
        connection.console.warn(`The client refused to ask for hints again: ${String(error)}`);
      });
    }
  };
  connection.onDidChangeConfiguration(({ settings: sent }) => {
    // Some clients only say that something changed, or send what they have for others.
    if (!asksForSettings() && sent?.drydock !== undefined) settings = completeSettings(sent.drydock);
    changed();
  });
  connection.onNotification(workspaceTrustedNotification, () => {
    mayRunPrograms = true;
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

  async function askForSettings(uri: string): Promise<unknown> {
    try {
      return await connection.workspace.getConfiguration({ scopeUri: uri, section: "drydock" });
    } catch (error) {
      // A client that breaks its promise shall not be left without any answer.
      connection.console.warn(`The client did not tell its settings, so the defaults hold: ${String(error)}`);
      return undefined;
    }
  }

  async function make(uri: string, dockerfile: Dockerfile): Promise<DockerfileContext> {
    const own: Settings = asksForSettings() ? completeSettings(await askForSettings(uri)) : settings;
    fetchImages();
    const workspaceFolder = folders.of(uri);
    const [config, buildContext] = await Promise.all([
      hadolintConfigs?.of(uri),
      buildContexts.of({ uri, dockerfile, workspaceFolder, folders: own.lint.buildContext }),
    ]);
    const namedContexts = await namedContextsOf(ports.files, buildFolders(buildContext, workspaceFolder));
    const layers = [...(config ? [config.config.settings] : []), lintSettingsOf(own)];
    const toMake = workspaceFolder === undefined ? undefined : newConfig(workspaceFolder);
    return {
      uri,
      settings: own,
      lint: layeredSettings(rules, ...layers),
      outside: { ...nothingOutside(), images, buildContext, namedContexts },
      ports: portsFor(ports),
      hadolintConfig: config ?? toMake,
      client: {
        createsFiles: createsFiles(client),
        runsCommands: abilitiesOf(client).commands === true,
        hasEngine: abilitiesOf(client).engine === true,
        asksForEdits: asksForEdits(client),
        expandsSnippets: client.textDocument?.completion?.completionItem?.snippetSupport === true,
        placesParameters:
          client.textDocument?.signatureHelp?.signatureInformation?.parameterInformation
            ?.labelOffsetSupport === true,
        insertsOrReplaces: client.textDocument?.completion?.completionItem?.insertReplaceSupport === true,
        describesCodes: takesDiagnosticsWith("codeDescriptionSupport", client),
        keepsDiagnosticData: takesDiagnosticsWith("dataSupport", client),
      },
      programs: programsFor(own, uri),
      rulesDocumentation,
      onCrash: (rule, error) =>
        connection.console.error(`Rule ${rule.id} failed and was left out. ${String(error)}`),
    };
  }

  /** A file that nobody trusts yet names the registry that would be asked, so that is asked nothing either. */
  function portsFor({ registryTags, ...others }: Ports): Ports {
    return mayRunPrograms && registryTags ? { ...others, registryTags } : others;
  }

  function programsFor(
    { shellcheck: { enabled, path } }: Settings,
    uri: string,
  ): DockerfileContext["programs"] {
    if (!enabled || !mayRunPrograms || !shellcheck) return undefined;
    const service = shellcheck;
    return (dockerfile) => ({ shellcheck: service.known(dockerfile, path || "shellcheck", uri) });
  }

  function warn(uri: string, problems: readonly ConfigProblem[]): void {
    const told = problems.map(({ line, message }) => `${decodeURIComponent(uri)}:${line + 1}: ${message}`);
    connection.console.warn(told.join("\n"));
    const [first] = problems;
    if (!first) return;
    const name = uri.slice(uri.lastIndexOf("/") + 1);
    const message = `${name}, line ${first.line + 1}: ${first.message} Drydock goes on without what it could not read.`;
    // A notification: nobody waits for an answer, which a client that is closing would owe.
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  }

  return {
    begin(params, opened) {
      client = params.capabilities;
      const initial: InitializationOptions | undefined = params.initializationOptions;
      settings = completeSettings(initial?.settings);
      ports = opened;
      const { files, userConfigFiles = [] } = ports;
      buildContexts = createBuildContexts(files);
      // Behind another editor there is no telling of trust: whoever sets the server up there has trusted it.
      mayRunPrograms = isDrydock(client) ? initial?.trusted === true : initial?.trusted !== false;
      shellcheck =
        ports.shellcheck &&
        createShellCheckService({
          run: ports.shellcheck,
          onAnswer: changed,
          onFailure: (message) => connection.console.warn(message),
        });
      hadolintConfigs = createHadolintConfigFiles({ files, userConfigFiles, onProblems: warn });
    },
    get canRegisterForConfiguration() {
      return client.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    },
    of(uri, dockerfile) {
      const known = contexts.get(uri);
      if (known) return known;
      const made = make(uri, dockerfile);
      contexts.set(uri, made);
      made.catch(() => contexts.delete(uri));
      return made;
    },
    forget: (uri) => void contexts.delete(uri),
    refresh(what) {
      if (what === "configuration") hadolintConfigs?.forget();
      else buildContexts.forget();
      changed();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** Where Compose and Bake files may tell of a build: its build context, and the top of the workspace. */
function buildFolders(
  buildContext: BuildContextFiles | undefined,
  workspaceFolder: string | undefined,
): BuildFolder[] {
  const { folder, paths } = buildContext ?? {};
  const top = workspaceFolder?.replace(/\/$/, "");
  return [
    ...(folder === undefined ? [] : [{ uri: folder, paths }]),
    ...(top === undefined || top === folder ? [] : [{ uri: top }]),
  ];
}

function newConfig(workspaceFolder: string): DockerfileContext["hadolintConfig"] {
  return { uri: `${workspaceFolder}/.hadolint.yaml`, text: undefined };
}

function createsFiles({ workspace }: ClientCapabilities): boolean {
  const edit = workspace?.workspaceEdit;
  return edit?.documentChanges === true && edit.resourceOperations?.includes("create") === true;
}

function asksForEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes("edit") === true;
}

/** Who says nothing of diagnostics, as some that only pull them, gets all there is. */
function takesDiagnosticsWith(
  part: "codeDescriptionSupport" | "dataSupport",
  { textDocument }: ClientCapabilities,
): boolean {
  const { publishDiagnostics } = textDocument ?? {};
  return publishDiagnostics === undefined || publishDiagnostics[part] === true;
}

function isDrydock({ experimental }: ClientCapabilities): boolean {
  return (experimental as { drydock?: ClientAbilities } | undefined)?.drydock !== undefined;
}

function abilitiesOf({ experimental }: ClientCapabilities): ClientAbilities {
  return (experimental as { drydock?: ClientAbilities } | undefined)?.drydock ?? {};
}
