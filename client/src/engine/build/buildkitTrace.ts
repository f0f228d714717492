import { type ProtobufMessage, readMessage } from "./protobuf";

/** What BuildKit tells about a build at one moment. Things come many times; a vertex is known by its digest. */
export interface BuildkitTrace {
  readonly vertexes: readonly Vertex[];
  readonly statuses: readonly VertexStatus[];
  readonly logs: readonly VertexLog[];
  readonly warnings: readonly VertexWarning[];
}

export interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly cached: boolean;
  /** Milliseconds since 1970. */
  readonly started: number | undefined;
  readonly completed: number | undefined;
  readonly error: string | undefined;
}

export interface VertexStatus {
  readonly id: string;
  readonly vertex: string;
  readonly current: number;
  readonly total: number;
}

/** `bytes` may end in the middle of a character. */
export interface VertexLog {
  readonly vertex: string;
  readonly stream: number;
  readonly bytes: Buffer;
}

export interface VertexWarning {
  readonly short: string;
  readonly details: readonly string[];
  readonly url: string | undefined;
}

/**
 * Decodes the `aux` of a `moby.buildkit.trace` line: base64 of a StatusResponse.
 * Field numbers: https://github.com/moby/buildkit/blob/master/api/services/control/control.proto.
 * Throws a RangeError where it is none.
 */
export function decodeTrace(aux: string): BuildkitTrace {
  const response = readMessage(Buffer.from(aux, "base64"));
  return {
    vertexes: response.messages(1).map(vertex),
    statuses: response.messages(2).map((status) => ({
      id: status.text(1),
      vertex: status.text(2),
      current: status.integer(4),
      total: status.integer(5),
    })),
    logs: response.messages(3).map((log) => ({
      vertex: log.text(1),
      stream: log.integer(3),
      bytes: log.bytes(4) ?? Buffer.alloc(0),
    })),
    warnings: response.messages(4).map((warning) => ({
      short: warning.text(3),
      details: warning.texts(4),
      url: warning.text(5) || undefined,
    })),
  };
}

function vertex(message: ProtobufMessage): Vertex {
  return {
    digest: message.text(1),
    name: message.text(3),
    cached: message.integer(4) !== 0,
    started: milliseconds(message.message(5)),
    completed: milliseconds(message.message(6)),
    error: message.text(7) || undefined,
  };
}

function milliseconds(timestamp: ProtobufMessage | undefined): number | undefined {
  if (!timestamp) return undefined;
  return timestamp.integer(1) * 1000 + timestamp.integer(2) / 1e6;
}
