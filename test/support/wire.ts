import { rmSync } from "node:fs";
import { connect, createServer, type Server, type Socket } from "node:net";

/** A stretch of the way to the engine that can be cut. */
export interface Wire {
  readonly path: string;
  cut(): void;
  open(): number;
  /** Connections over which events come. */
  streams(): number;
  stop(): Promise<void>;
}

export async function startWire(path: string, to: string): Promise<Wire> {
  const sockets = new Map<Socket, { events: boolean }>();
  const server: Server = createServer((near) => {
    const state = { events: false };
    sockets.set(near, state);
    const far = connect({ path: to });
    near.on("data", (bytes) => {
      state.events = /\/events\?? HTTP/.test(bytes.toString("latin1"));
    });
    near.pipe(far).pipe(near);
    const end = () => {
      sockets.delete(near);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on("error", end).on("close", end);
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return {
    path,
    cut() {
      for (const socket of sockets.keys()) socket.destroy();
    },
    open: () => sockets.size,
    streams: () => [...sockets.values()].filter(({ events }) => events).length,
    stop() {
      for (const socket of sockets.keys()) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => {
          rmSync(path, { force: true });
          resolve();
        });
      });
    },
  };
}
