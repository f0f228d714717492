import { once } from "node:events";
import { type ClientHttp2Session, type ClientHttp2Stream, connect as connectHttp2 } from "node:http2";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { readMessage, writeMessage } from "../../client/src/engine/build/protobuf";
import { serveGrpc } from "../../client/src/engine/build/session/grpcServer";
import { type SessionOptions, sessionMethods } from "../../client/src/engine/build/session/sessionMethods";

/** The builder's end of a build's session: calls what the client serves, over a real connection. */
export interface BuilderSession {
  /** One message there, one back; throws with the status where it is not 0. */
  call(path: string, request: Buffer): Promise<Buffer>;
  /** Asks for a folder as BuildKit does, and gives each entry's path with its content, or what else it is. */
  receiveFolder(headers: Readonly<Record<string, string | readonly string[]>>): Promise<Map<string, string>>;
  close(): Promise<void>;
}

export async function openBuilderSession(options: Partial<SessionOptions>): Promise<BuilderSession> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const socket = connect({ port, host: "127.0.0.1" });
  const [clientEnd] = (await once(server, "connection")) as [Socket];
  const served = serveGrpc(
    clientEnd,
    sessionMethods({
      contextFolder: "/nowhere",
      dockerfile: "/nowhere/Dockerfile",
      credentials: [],
      onContextSent: () => undefined,
      onProblem: () => undefined,
      ...options,
    }),
  );
  const http2 = connectHttp2("http://session", { createConnection: () => socket });

  return {
    async call(path, request) {
      const stream = open(http2, path, {});
      stream.end(framed(request));
      const [answer] = await readAll(stream);
      return answer ?? Buffer.alloc(0);
    },
    receiveFolder: (headers) => receive(open(http2, "/moby.filesync.v1.FileSync/DiffCopy", headers)),
    async close() {
      http2.destroy();
      served.close();
      server.close();
      await once(server, "close");
    },
  };
}

function open(
  http2: ClientHttp2Session,
  path: string,
  headers: Readonly<Record<string, string | readonly string[]>>,
): ClientHttp2Stream {
  return http2.request({
    ":method": "POST",
    ":path": path,
    "content-type": "application/grpc",
    te: "trailers",
    ...headers,
  });
}

/** BuildKit's receiver, which asks for every file and checks the order of the paths. */
async function receive(stream: ClientHttp2Stream): Promise<Map<string, string>> {
  const entries: { path: string; mode: number; content: string }[] = [];
  const contents = new Map<number, string>();
  let wanted = 0;
  let told = false;
  const finish = () => {
    if (told && contents.size === wanted) stream.end(framed(writeMessage({ 1: 3 })));
  };
  await forEachMessage(stream, (bytes) => {
    const packet = readMessage(bytes);
    const stat = packet.message(2);
    if (packet.integer(1) === 2) {
      const id = packet.integer(3);
      const data = packet.bytes(4);
      const entry = entries[id];
      if (!entry) throw new Error(`Data for the unknown file ${id}.`);
      if (data) entry.content += data.toString();
      else contents.set(id, entry.content);
      finish();
    } else if (stat) {
      const id = entries.length;
      const mode = stat.integer(2);
      entries.push({ path: stat.text(1), mode, content: stat.text(7) && `-> ${stat.text(7)}` });
      // Neither a folder nor a link.
      if (mode < 0x0800_0000) {
        wanted += 1;
        stream.write(framed(writeMessage({ 1: 1, 3: id })));
      }
    } else if (packet.integer(1) === 0) {
      told = true;
      finish();
    }
  });
  return new Map(entries.map(({ path, mode, content }) => [path, mode >= 0x8000_0000 ? "folder" : content]));
}

async function readAll(stream: ClientHttp2Stream): Promise<Buffer[]> {
  const messages: Buffer[] = [];
  await forEachMessage(stream, (message) => messages.push(message));
  return messages;
}

async function forEachMessage(stream: ClientHttp2Stream, accept: (message: Buffer) => void): Promise<void> {
  let status = "missing";
  let words = "";
  stream.on("trailers", (trailers) => {
    status = String(trailers["grpc-status"]);
    words = decodeURIComponent(String(trailers["grpc-message"] ?? ""));
  });
  let buffered = Buffer.alloc(0);
  for await (const chunk of stream) {
    buffered = Buffer.concat([buffered, chunk]);
    while (buffered.length >= 5 && buffered.length >= 5 + buffered.readUInt32BE(1)) {
      const end = 5 + buffered.readUInt32BE(1);
      accept(buffered.subarray(5, end));
      buffered = buffered.subarray(end);
    }
  }
  if (status !== "0") throw new Error(`gRPC status ${status}: ${words}`);
}

function framed(message: Buffer): Buffer {
  const prefix = Buffer.alloc(5);
  prefix.writeUInt32BE(message.length, 1);
  return Buffer.concat([prefix, message]);
}
