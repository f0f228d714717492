import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { type PretendEngine, startPretendEngine } from "./pretendEngine";

/** An engine's release, and the versions of the API that it takes. */
export interface Release {
  readonly product: "Docker" | "Podman";
  readonly engine: string;
  readonly api: string;
  readonly minimumApi: string;
  /** Whose recorded answers it gives. */
  readonly fixtures: "20.10" | "29";
}

/** As docker's own table has them: https://docs.docker.com/reference/api/engine/#api-version-matrix */
export const releases: readonly Release[] = [
  { product: "Docker", engine: "20.10.24", api: "1.41", minimumApi: "1.12", fixtures: "20.10" },
  { product: "Docker", engine: "23.0.6", api: "1.42", minimumApi: "1.12", fixtures: "20.10" },
  { product: "Docker", engine: "24.0.9", api: "1.43", minimumApi: "1.12", fixtures: "20.10" },
  { product: "Docker", engine: "25.0.5", api: "1.44", minimumApi: "1.24", fixtures: "20.10" },
  { product: "Docker", engine: "26.1.4", api: "1.45", minimumApi: "1.24", fixtures: "20.10" },
  { product: "Docker", engine: "27.5.1", api: "1.47", minimumApi: "1.24", fixtures: "20.10" },
  { product: "Docker", engine: "28.5.1", api: "1.51", minimumApi: "1.24", fixtures: "20.10" },
  { product: "Docker", engine: "29.0.0", api: "1.52", minimumApi: "1.44", fixtures: "29" },
  { product: "Podman", engine: "4.3.1", api: "1.41", minimumApi: "1.24", fixtures: "20.10" },
];

/** A server that takes the versions of one release and refuses all others as docker does. The release may change. */
export function startVersionedEngine(release: () => Release): Promise<PretendEngine> {
  return startPretendEngine(
    (request, response) => answer(release(), request, response),
    () => release().api,
  );
}

function answer(release: Release, request: IncomingMessage, response: ServerResponse): void {
  const [, asked = release.api, path = ""] = /^(?:\/v(\d+\.\d+))?(\/[^?]*)/.exec(request.url ?? "") ?? [];
  const refusal = refusalOf(asked, release);
  if (refusal !== undefined) {
    json(response, { message: refusal }, 400);
    return;
  }
  const { product, engine, api, minimumApi, fixtures } = release;
  const Components = [{ Name: product === "Podman" ? "Podman Engine" : "Engine", Version: engine }];
  switch (path) {
    case "/version":
      json(response, {
        Version: engine,
        ApiVersion: api,
        MinAPIVersion: minimumApi,
        Os: "linux",
        Arch: "amd64",
        Components,
      });
      break;
    case "/images/json":
      json(response, recorded(fixtures, "imagesList"));
      break;
    case "/containers/json":
      json(response, recorded("20.10", "containersList"));
      break;
    case "/system/df":
      json(response, recorded(fixtures, "diskUsage"));
      break;
    case "/events":
      response.end(`${JSON.stringify({ Type: "image", Action: "tag", Actor: { ID: "sha256:1" } })}\n`);
      break;
    default:
      json(response, { message: product === "Podman" ? "Not Found" : "page not found" }, 404);
  }
}

/** Docker's own words. */
function refusalOf(asked: string, { api, minimumApi }: Release): string | undefined {
  if (number(asked) < number(minimumApi))
    return `client version ${asked} is too old. Minimum supported API version is ${minimumApi}, please upgrade your client to a newer version`;
  if (number(asked) > number(api))
    return `client version ${asked} is too new. Maximum supported API version is ${api}`;
  return undefined;
}

/** All versions so far begin with 1. */
function number(version: string): number {
  return Number(version.split(".")[1]);
}

function recorded(engine: string, name: string): unknown {
  const file = join(__dirname, "..", "fixtures", "engineApi", engine, `${name}.json`);
  return JSON.parse(readFileSync(file, "utf8"));
}

function json(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify(value));
}
