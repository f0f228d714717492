import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiContainerDetails } from "../../client/src/engine/dockerode/containerDetailsFromApi";
import type {
  ApiContainer,
  ApiFileChange,
  ApiProcessList,
} from "../../client/src/engine/dockerode/containerFromApi";
import type { ApiImageDetails } from "../../client/src/engine/dockerode/imageDetailsFromApi";
import type {
  ApiHistoryEntry,
  ApiImage,
  ApiSearchResult,
} from "../../client/src/engine/dockerode/imageFromApi";
import { type PretendEngine, startPretendEngine } from "./pretendEngine";

/** What a served engine tells; a test may change it at any time. */
export interface Served {
  images: readonly ApiImage[];
  containers: readonly ApiContainer[];
  readonly history?: readonly ApiHistoryEntry[];
  /** Added to what an inspection of an image, or of a container, tells. */
  readonly imageDetails?: Partial<ApiImageDetails>;
  readonly containerDetails?: Partial<ApiContainerDetails>;
  readonly processes?: ApiProcessList;
  readonly changes?: readonly ApiFileChange[];
  readonly search?: readonly ApiSearchResult[];
  readonly networks?: readonly object[];
  /** One line each. */
  readonly log?: readonly string[];
  /** What it says to all that would change something. */
  readonly refusal?: string;
}

export interface ServedEngine extends PretendEngine {
  /** Tells all who follow the events. */
  emit(type: "image" | "container", action: string, id: string): void;
}

/**
 * An engine that only tells: it speaks the documented API of reading, and refuses the rest. For what no real engine has
 * at once, or would take: thousands of things, and hostile names.
 */
export async function startServedEngine(served: Served): Promise<ServedEngine> {
  const followers = new Set<ServerResponse>();
  const engine = await startPretendEngine((request, response) => {
    const path = decodeURIComponent((request.url ?? "").replace(/^\/v[\d.]+/, "").replace(/\?.*$/, ""));
    if (path === "/events") {
      response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
      followers.add(response);
      request.once("close", () => followers.delete(response));
      return;
    }
    if (path === "/_ping") return void response.end("OK");
    if (/\/logs$/.test(path)) return sendLog(served.log ?? [], request, response);
    if (/\/stats$/.test(path)) return void response.writeHead(200).flushHeaders();
    const answer = request.method === "GET" ? answerTo(path, served) : undefined;
    const body = answer ?? { message: served.refusal ?? `No such thing here: ${path}` };
    response.writeHead(answer === undefined ? 500 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  });
  return {
    ...engine,
    emit(type, action, id) {
      const event = { Type: type, Action: action, Actor: { ID: id, Attributes: {} } };
      for (const follower of followers) follower.write(`${JSON.stringify(event)}\n`);
    },
  };
}

function answerTo(path: string, served: Served): object | undefined {
  const { images, containers } = served;
  if (path === "/version")
    return { Version: "20.10.24", ApiVersion: "1.41", MinAPIVersion: "1.12", Os: "linux", Arch: "amd64" };
  if (path === "/images/json") return images;
  if (path === "/containers/json") return containers;
  if (path === "/images/search") return served.search ?? [];
  if (path === "/networks") return served.networks ?? [];
  if (path === "/volumes") return { Volumes: [] };
  if (path === "/system/df")
    return { LayersSize: 1e9, Images: images.map((image) => ({ ...image, SharedSize: 0 })), Containers: [] };
  const [, kind, name = "", what] =
    /^\/(images|containers)\/(.+)\/(json|history|top|changes)$/.exec(path) ?? [];
  if (kind === "images") return what === "history" ? (served.history ?? []) : inspectedImage(name, served);
  if (what === "top") return served.processes ?? {};
  if (what === "changes") return served.changes ?? [];
  return inspectedContainer(name, served);
}

function inspectedImage(name: string, { images, imageDetails }: Served): ApiImageDetails | undefined {
  const image = images.find(({ Id, RepoTags }) => Id === name || RepoTags?.includes(name));
  if (image === undefined) return undefined;
  const { Created = 0, ...rest } = image;
  const created = new Date(Created * 1000).toISOString();
  return { ...rest, Created: created, Os: "linux", Architecture: "amd64", ...imageDetails };
}

function inspectedContainer(
  name: string,
  { containers, containerDetails }: Served,
): ApiContainerDetails | undefined {
  const container = containers.find(({ Id, Names }) => Id === name || Names?.includes(`/${name}`));
  if (container === undefined) return undefined;
  const { Id, Names, Image = "", ImageID = "", State = "" } = container;
  return {
    Id,
    Name: Names?.[0] ?? "",
    Image: ImageID,
    State: { Status: State, StartedAt: "2026-01-01T00:00:00Z" },
    Config: { Image },
    ...containerDetails,
  };
}

/** As the log of a container without a terminal comes: in frames, each with its time. It ends with the request only. */
function sendLog(lines: readonly string[], request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { "content-type": "application/vnd.docker.raw-stream" });
  for (const [index, line] of lines.entries()) {
    const stamp = new Date(Date.UTC(2026, 0, 1) + index).toISOString().replace("Z", "000000Z");
    const text = Buffer.from(`${stamp} ${line}\n`);
    const header = Buffer.alloc(8);
    header[0] = 1;
    header.writeUInt32BE(text.length, 4);
    response.write(Buffer.concat([header, text]));
  }
  if (!/follow=(?:1|true)/.test(request.url ?? "")) response.end();
}
