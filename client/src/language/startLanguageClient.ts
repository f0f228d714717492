import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import {
  type BuiltStepsInformation,
  type BuiltStepsParameters,
  builtStepsRequest,
  type ImageDetailsInformation,
  type ImageDetailsParameters,
  type InitializationOptions,
  imageDetailsRequest,
  imagesChangedNotification,
  type LocalImageInformation,
  localImagesRequest,
  type StageGraphParameters,
  stageGraphRequest,
  workspaceTrustedNotification,
} from "../../../server/src/protocol";
import type { Image, ImageDetails } from "../engine/image";
import { answerFileRequests } from "./answerFileRequests";
import { announce, clientId, clientName, clientOptions } from "./clientOptions";
import { registerLintCommands } from "./lintCommands";
import { onFirstDockerfile } from "./onFirstDockerfile";

export interface LanguageClientOptions {
  readonly extensionUri: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
  readonly localImages: () => Promise<readonly Image[]>;
  readonly imageDetails: (reference: string) => Promise<ImageDetails>;
  /** Of the image that a Dockerfile was built to last. */
  readonly builtSteps: (dockerfile: string) => Promise<BuiltStepsInformation | undefined>;
  readonly onImagesChanged: vscode.Event<void>;
}

export interface StartedLanguageClient extends vscode.Disposable {
  /** In Mermaid's language; undefined before the server runs, or for a file that it does not find. */
  stageGraph(dockerfile: string): Promise<string | undefined>;
}

/** Runs the language server as a process of its own, from the first Dockerfile that is opened. */
export function startLanguageClient(options: LanguageClientOptions): StartedLanguageClient {
  let client: LanguageClient | undefined;
  let ended = false;

  const start = async () => {
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    if (ended) return;
    const module = vscode.Uri.joinPath(options.extensionUri, "dist", "server.js").fsPath;
    const trusted = vscode.workspace.isTrusted;
    const initializationOptions: InitializationOptions = { trusted };
    client = new LanguageClient(
      clientId,
      clientName,
      { module, transport: TransportKind.ipc },
      { ...clientOptions(options.log), initializationOptions },
    );
    client.registerFeature(announce({ engine: true, files: true, commands: true }));
    answerFileRequests(client);
    client.onRequest(localImagesRequest, () => answerLocalImages(options));
    client.onRequest(imageDetailsRequest, (parameters: ImageDetailsParameters) =>
      answerImageDetails(parameters, options),
    );
    client.onRequest(builtStepsRequest, (parameters: BuiltStepsParameters) =>
      answerBuiltSteps(parameters, options),
    );
    await client.start();
    if (vscode.workspace.isTrusted && !trusted) tellTrust();
  };
  const tellTrust = () => {
    if (client?.isRunning()) void client.sendNotification(workspaceTrustedNotification);
  };

  const waiting = onFirstDockerfile(() => {
    start().catch((error) => options.log.error(`The language server could not be started: ${error}`));
  });
  const following = options.onImagesChanged(() => {
    if (client?.isRunning()) void client.sendNotification(imagesChangedNotification);
  });

  const trusting = vscode.workspace.onDidGrantWorkspaceTrust(tellTrust);
  const commands = registerLintCommands(options.extensionUri);

  return {
    async stageGraph(dockerfile) {
      const parameters: StageGraphParameters = {
        textDocument: { uri: vscode.Uri.file(dockerfile).toString() },
      };
      const graph = await client?.sendRequest<string | null>(stageGraphRequest, parameters);
      return graph ?? undefined;
    },
    dispose() {
      ended = true;
      waiting.dispose();
      following.dispose();
      trusting.dispose();
      commands.dispose();
      void client?.dispose();
    },
  };
}

/** Completion must not fail because an engine is asleep: then there are no local images, and that is the answer. */
async function answerLocalImages({
  localImages,
  log,
}: LanguageClientOptions): Promise<LocalImageInformation[]> {
  if (!vscode.workspace.isTrusted) return [];
  try {
    return (await localImages()).map(({ tags, digests, id, size, created }) => ({
      tags,
      digests,
      id,
      size,
      created,
    }));
  } catch (error) {
    log.debug(`No local images for the language server: ${error}`);
    return [];
  }
}

/** An image may be gone since the list was made, so that is no failure. */
async function answerImageDetails(
  { reference }: ImageDetailsParameters,
  { imageDetails, log }: LanguageClientOptions,
): Promise<ImageDetailsInformation | null> {
  if (!vscode.workspace.isTrusted) return null;
  try {
    const found = await imageDetails(reference);
    const { operatingSystem, architecture, variant, user, workingDirectory, entrypoint, command } = found;
    return {
      platform: [operatingSystem, architecture, ...(variant ? [variant] : [])].join("/"),
      user,
      workingDirectory,
      entrypoint,
      command,
      exposedPorts: found.exposedPorts.map(({ port, protocol }) => `${port}/${protocol}`),
      layers: found.layers.length,
    };
  } catch (error) {
    log.debug(`No details of ${reference} for the language server: ${error}`);
    return null;
  }
}

/** Sizes beside a text are a luxury, so whatever keeps them away is no failure. */
async function answerBuiltSteps(
  { uri }: BuiltStepsParameters,
  { builtSteps, log }: LanguageClientOptions,
): Promise<BuiltStepsInformation | null> {
  const { scheme, fsPath } = vscode.Uri.parse(uri);
  if (!vscode.workspace.isTrusted || scheme !== "file") return null;
  try {
    return (await builtSteps(fsPath)) ?? null;
  } catch (error) {
    log.debug(`No built steps of ${fsPath} for the language server: ${error}`);
    return null;
  }
}
