import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from "node:http2";
import type { Duplex } from "node:stream";

/** One call from the other side: its messages come in, ours go out, both as many as the method has. */
export interface GrpcCall {
  /** The values of one metadata key, in their order. */
  metadata(key: string): string[];
  readonly messages: AsyncIterable<Buffer>;
  /** Resolves when more may be sent; rejects when the call has ended. */
  send(message: Buffer): Promise<void>;
}

export type GrpcMethod = (call: GrpcCall) => Promise<void>;

/** What a method throws to answer with a status of gRPC's list; other errors become "unknown". */
export class GrpcError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const grpcStatus = { unknown: 2, notFound: 5, unimplemented: 12 } as const;

/**
 * Serves gRPC methods on one connection that is already open, which is how BuildKit calls back into the client that
 * started a build. Node's own HTTP/2 is all it takes; grpc-js would add 280 kB and .proto files to be shipped.
 * See https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md.
 */
export function serveGrpc(connection: Duplex, methods: ReadonlyMap<string, GrpcMethod>): { close(): void } {
  const server = createServer();
  let session: ServerHttp2Session | undefined;
  // The engine hangs up when the build is over; who waits for the build learns of a lost connection there.
  const hangUp = () => connection.destroy();
  connection.on("error", hangUp);
  server.on("session", (opened) => {
    session = opened;
    opened.on("error", hangUp);
  });
  server.on("sessionError", hangUp);
  server.on(
    "stream",
    (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _flags: number, rawHeaders: string[]) => {
      const path = String(headers[":path"] ?? "");
      void answer(stream, methods.get(path), path, headerValues(rawHeaders));
    },
  );
  // A TLS connection that was not made for HTTP/2 says so, and Node would refuse to speak it.
  server.emit("connection", Object.assign(connection, { alpnProtocol: undefined }));

  return {
    close() {
      session?.destroy();
      connection.destroy();
    },
  };
}

async function answer(
  stream: ServerHttp2Stream,
  method: GrpcMethod | undefined,
  path: string,
  metadata: (key: string) => string[],
): Promise<void> {
  // A call that breaks off shows in `send` and in the end of the messages.
  stream.on("error", () => stream.destroy());
  let trailers: IncomingHttpHeaders = { "grpc-status": "0" };
  stream.on("wantTrailers", () => stream.sendTrailers(trailers));
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  try {
    if (!method) throw new GrpcError(grpcStatus.unimplemented, `${path} is not served.`);
    await method({ metadata, messages: messagesOf(stream), send: (message) => send(stream, message) });
  } catch (error) {
    const status = error instanceof GrpcError ? error.status : grpcStatus.unknown;
    const message = error instanceof Error ? error.message : String(error);
    trailers = { "grpc-status": String(status), "grpc-message": encodeURIComponent(message) };
  }
  if (!stream.destroyed) stream.end();
}

/** Node joins the values of a repeated header with commas, which a file name may hold as well. */
function headerValues(rawHeaders: readonly string[]): (key: string) => string[] {
  return (key) => rawHeaders.filter((_, index) => index % 2 === 1 && rawHeaders[index - 1] === key);
}

/** The largest message that gRPC takes by default; BuildKit's own are far smaller. */
const messageLimit = 16 * 1024 * 1024;
const prefixLength = 5;

async function* messagesOf(stream: ServerHttp2Stream): AsyncGenerator<Buffer> {
  let buffered: Buffer = Buffer.alloc(0);
  // Who has heard enough still has an answer to send, so leaving the loop must not end the stream.
  for await (const chunk of stream.iterator({ destroyOnReturn: false })) {
    buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
    while (buffered.length >= prefixLength) {
      const length = buffered.readUInt32BE(1);
      if (buffered[0] !== 0)
        throw new GrpcError(grpcStatus.unimplemented, "Compressed messages are not read.");
      if (length > messageLimit) throw new GrpcError(grpcStatus.unimplemented, "The message is too long.");
      if (buffered.length < prefixLength + length) break;
      yield buffered.subarray(prefixLength, prefixLength + length);
      buffered = buffered.subarray(prefixLength + length);
    }
  }
}

async function send(stream: ServerHttp2Stream, message: Buffer): Promise<void> {
  if (stream.destroyed || stream.closed) throw new Error("The builder has ended the call.");
  const prefix = Buffer.alloc(prefixLength);
  prefix.writeUInt32BE(message.length, 1);
  if (stream.write(Buffer.concat([prefix, message]))) return;
  const closed = new AbortController();
  const onClose = () => closed.abort();
  stream.once("close", onClose);
  try {
    await once(stream, "drain", { signal: closed.signal });
  } finally {
    stream.off("close", onClose);
  }
}
