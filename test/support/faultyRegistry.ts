import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** How a registry may fail: with an HTTP status, by hanging up, or by never saying anything. */
export type RegistryFault = 401 | 403 | 404 | 429 | 500 | 503 | "hangs up" | "is silent";

/**
 * When it fails: at the greeting that every client begins with, at each request after that, or only at manifests,
 * having taken all layers. The engine tries layers again for most of a minute, and manifests not at all.
 */
export type FaultPlace = "greeting" | "request" | "manifest";

/** A registry on 127.0.0.1 that fails as it is told to. */
export interface FaultyRegistry {
  readonly domain: string;
  /** `body` is a registry's own JSON, or what a proxy in front of it would write. */
  fail(fault: RegistryFault, place: FaultPlace, body?: "json" | "html"): void;
  stop(): Promise<void>;
}

/** The codes of the distribution specification, https://github.com/opencontainers/distribution-spec/blob/main/spec.md#error-codes */
const codes: Readonly<Record<number, string>> = {
  401: "UNAUTHORIZED",
  403: "DENIED",
  404: "NAME_UNKNOWN",
  429: "TOOMANYREQUESTS",
  500: "UNKNOWN",
  503: "UNAVAILABLE",
};

export async function startFaultyRegistry(): Promise<FaultyRegistry> {
  let fault: RegistryFault = 500;
  let place: FaultPlace = "request";
  let body: "json" | "html" = "json";

  const server = createServer((request, response) => {
    request.resume();
    const { url = "" } = request;
    response.setHeader("Docker-Distribution-Api-Version", "registry/2.0");
    if (place !== "greeting" && url === "/v2/") response.end("{}");
    else if (place === "manifest" && url.includes("/blobs/"))
      request.on("end", () => takeLayer(request, response));
    else fail(request, response, fault, body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    domain: `127.0.0.1:${port}`,
    fail(nextFault, nextPlace, nextBody = "json") {
      fault = nextFault;
      place = nextPlace;
      body = nextBody;
    },
    stop() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}

/** Says what a registry says to a layer that is uploaded piece by piece, and forgets it. */
function takeLayer({ url = "", method }: IncomingMessage, response: ServerResponse): void {
  const [path = "", query = ""] = url.split("?");
  const digest = new URLSearchParams(query).get("digest") ?? path.slice(path.lastIndexOf("/") + 1);
  if (method === "HEAD") response.setHeader("Content-Length", "1000");
  if (method === "HEAD" || method === "PUT") response.setHeader("Docker-Content-Digest", digest);
  if (method === "POST" || method === "PATCH") {
    response.setHeader("Location", path.endsWith("/") ? `${path}1` : path);
    response.setHeader("Docker-Upload-UUID", "1");
    response.setHeader("Range", "0-0");
    response.statusCode = 202;
  }
  if (method === "PUT") response.statusCode = 201;
  response.end();
}

function fail(
  request: IncomingMessage,
  response: ServerResponse,
  fault: RegistryFault,
  body: "json" | "html",
): void {
  if (fault === "is silent") return;
  if (fault === "hangs up") {
    request.socket.destroy();
    return;
  }
  response.statusCode = fault;
  if (fault === 429) {
    response.setHeader("Retry-After", "90");
    response.setHeader("RateLimit-Limit", "100;w=21600");
    response.setHeader("RateLimit-Remaining", "0;w=21600");
  }
  if (fault === 401) response.setHeader("WWW-Authenticate", 'Basic realm="faulty"');
  if (body === "html") {
    response.setHeader("Content-Type", "text/html");
    response.end(`<html><body><h1>${fault}</h1></body></html>`);
  } else {
    response.setHeader("Content-Type", "application/json");
    response.end(
      JSON.stringify({ errors: [{ code: codes[fault], message: "no luck today", detail: null }] }),
    );
  }
}
