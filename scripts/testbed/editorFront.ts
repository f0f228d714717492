import { createServer, type IncomingMessage, request, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";

/**
 * Stands before VS Code's server. This build of VS Code sends each link to a port of the machine through
 * `/proxy/PORT/`, which a part of code-server that we do not use would answer; here it leads to the port itself.
 */
export function startEditorFront(editorPort: number, port: number): Promise<Server> {
  const front = createServer((incoming, outgoing) => {
    const target = proxiedAddress(incoming);
    if (target !== undefined) {
      outgoing.writeHead(302, { location: target }).end();
      return;
    }
    const { method, url: path, headers } = incoming;
    const onward = request({ host: "127.0.0.1", port: editorPort, method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => outgoing.destroy());
    incoming.pipe(onward);
  });
  front.on("upgrade", (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    forwardUpgrade(incoming, socket, head, editorPort);
  });
  return new Promise((resolve, reject) => {
    front.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(taken ? new Error(`Port ${port} on 127.0.0.1 is taken; choose another one.`) : error);
    });
    front.listen(port, "127.0.0.1", () => {
      // What keeps the process going is its owner's affair.
      front.unref();
      resolve(front);
    });
  });
}

export function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

function proxiedAddress({ url = "", headers }: IncomingMessage): string | undefined {
  const [, port, rest = "/"] = /^\/proxy\/(\d+)(\/.*)?$/.exec(url) ?? [];
  if (port === undefined) return undefined;
  const host = /^localhost(:|$)/.test(headers.host ?? "") ? "localhost" : "127.0.0.1";
  return `http://${host}:${port}${rest}`;
}

/** A web socket: the request as it came, then bytes both ways. */
function forwardUpgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer, editorPort: number): void {
  const onward = connect(editorPort, "127.0.0.1", () => {
    const lines = [`${incoming.method} ${incoming.url} HTTP/${incoming.httpVersion}`];
    for (let index = 0; index < incoming.rawHeaders.length; index += 2) {
      lines.push(`${incoming.rawHeaders[index]}: ${incoming.rawHeaders[index + 1]}`);
    }
    onward.write(`${lines.join("\r\n")}\r\n\r\n`);
    onward.write(head);
    onward.pipe(socket).pipe(onward);
  });
  // One end's failure is the other's end.
  onward.on("error", () => socket.destroy());
  socket.on("error", () => onward.destroy());
  onward.on("close", () => socket.destroy());
  socket.on("close", () => onward.destroy());
}
