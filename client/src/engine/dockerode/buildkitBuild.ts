import { createHash, randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { basename } from "node:path";
import { serveGrpc } from "../build/session/grpcServer";
import { sessionMethods } from "../build/session/sessionMethods";
import type { BuildAnswer, BuildRequest } from "./buildRequest";
import { dial, dialUpgrade } from "./dial";

/**
 * Starts a build with BuildKit, as the docker CLI does: it calls back over a session for the files it needs and for
 * logins. dockerode's own session is not used: it hands the same login to whichever registry asks, and sends no
 * files, so that the whole build context would travel each time.
 */
export async function startBuildkitBuild({
  docker,
  options,
  query,
  onContextSent,
  signal,
}: BuildRequest): Promise<BuildAnswer> {
  const { contextFolder, dockerfile, credentials = [] } = options;
  let problem: unknown;
  const methods = sessionMethods({
    contextFolder,
    dockerfile,
    credentials,
    onContextSent,
    onProblem: (cause) => {
      problem ??= cause;
    },
  });
  const session = randomUUID();
  const connection = await dialUpgrade(docker, {
    path: "/session",
    method: "POST",
    headers: {
      Upgrade: "h2c",
      "X-Docker-Expose-Session-Uuid": session,
      "X-Docker-Expose-Session-Name": encodeURIComponent(basename(contextFolder)),
      // The builder keeps what it was sent under this key, so that the next build sends only what has changed.
      "X-Docker-Expose-Session-Sharedkey": createHash("sha256")
        .update(`${hostname()}\n${contextFolder}`)
        .digest("hex"),
      "X-Docker-Expose-Session-Grpc-Method": [...methods.keys()],
    },
    abortSignal: signal,
  });
  const server = serveGrpc(connection, methods);
  signal.addEventListener("abort", () => server.close(), { once: true });
  const answer = await dial(docker, {
    path: "/build?",
    method: "POST",
    options: { ...query, version: "2", session, remote: "client-session", dockerfile: basename(dockerfile) },
    // Without a body of its own, docker-modem would send the options once more.
    file: Buffer.alloc(0),
    abortSignal: signal,
  });
  return { answer, localProblem: () => problem };
}
