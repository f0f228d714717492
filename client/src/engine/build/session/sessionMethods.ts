import { stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { RegistryCredential } from "../../build";
import { contextError } from "../contextError";
import { type ContextEntry, contextFiles } from "../contextFiles";
import { type ContextCounter, type ContextSize, contextCounter } from "../contextSize";
import { compilePatterns } from "../ignorePatterns";
import { readMessage, writeMessage } from "../protobuf";
import { credentialForHost } from "./credentialForHost";
import { sendFolder } from "./fileSync";
import { type GrpcCall, GrpcError, type GrpcMethod, grpcStatus } from "./grpcServer";
import { wantedPaths } from "./wantedPaths";

/** What a build lets the builder ask for: the two folders' files, and logins for the registries it was given. */
export interface SessionOptions {
  readonly contextFolder: string;
  readonly dockerfile: string;
  readonly credentials: readonly RegistryCredential[];
  /** Gets the totals of what was sent so far; files that the builder has from the last time are not sent. */
  readonly onContextSent: (sent: ContextSize) => void;
  /** Gets what kept a file from being sent, as the builder repeats no more than its words. */
  readonly onProblem: (problem: unknown) => void;
}

/** The gRPC methods of a build's session, by their paths. */
export function sessionMethods(options: SessionOptions): Map<string, GrpcMethod> {
  const counter = contextCounter(options.onContextSent);
  return new Map([
    ["/grpc.health.v1.Health/Check", (call: GrpcCall) => call.send(writeMessage({ 1: serving }))],
    ["/moby.filesync.v1.Auth/Credentials", (call: GrpcCall) => tellCredential(call, options.credentials)],
    [
      "/moby.filesync.v1.FileSync/DiffCopy",
      (call: GrpcCall) =>
        syncFolder(call, options, counter).catch((error: unknown) => {
          options.onProblem(error);
          throw error;
        }),
    ],
  ]);
}

/** SERVING of https://github.com/grpc/grpc/blob/master/doc/health-checking.md. */
const serving = 1;

async function tellCredential(call: GrpcCall, credentials: readonly RegistryCredential[]): Promise<void> {
  for await (const request of call.messages) {
    const credential = credentialForHost(readMessage(request).text(1), credentials);
    // An identity token goes without a user: that is how the builder tells it from a password.
    const { identityToken, user, password } = credential ?? {};
    await call.send(
      identityToken ? writeMessage({ 2: identityToken }) : writeMessage({ 1: user, 2: password }),
    );
    return;
  }
}

async function syncFolder(call: GrpcCall, options: SessionOptions, counter: ContextCounter): Promise<void> {
  const [name] = call.metadata("dir-name");
  if (name === "dockerfile") {
    await sendFolder(call, dockerfileAndIgnoreFile(options.dockerfile), () => undefined);
  } else if (name === "context") {
    await sendFolder(call, await contextEntries(call, options.contextFolder), (bytes) => counter.add(bytes));
    counter.flush();
  } else {
    throw new GrpcError(grpcStatus.notFound, `The folder "${name}" is not shared.`);
  }
}

async function contextEntries(call: GrpcCall, root: string): Promise<AsyncGenerator<ContextEntry>> {
  const ignore = compilePatterns(list(call, "exclude-patterns"));
  const wants = await wantedPaths(root, [...list(call, "include-patterns"), ...list(call, "followpaths")]);
  return contextFiles(root, { ignore, ...(wants ? { wants } : {}) });
}

/** The Dockerfile's folder may hold anything, so no more of it is shared than the builder has a right to. */
async function* dockerfileAndIgnoreFile(dockerfile: string): AsyncGenerator<ContextEntry> {
  const folder = dirname(dockerfile);
  const name = basename(dockerfile);
  const names = new Set([".dockerignore", name, `${name}.dockerignore`]);
  for (const path of [...names].sort()) {
    const file = join(folder, path);
    try {
      // A link is followed here: where the Dockerfile points is for its author to say.
      const facts = await stat(file);
      if (facts.isFile()) yield { path, file, stat: facts, linkTarget: undefined };
    } catch (error) {
      if (path === name) throw contextError(file, error);
    }
  }
}

/** Newer builders escape values that are not ASCII, and say so. */
function list(call: GrpcCall, key: string): string[] {
  const values = call.metadata(key);
  if (call.metadata(`${key}-encoded`)[0] !== "1") return values;
  return values.map((value) => decodeURIComponent(value.replaceAll("+", " ")));
}
