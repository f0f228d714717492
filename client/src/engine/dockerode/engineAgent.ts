import { Agent } from "node:http";
import type { Duplex } from "node:stream";
import { inspect } from "node:util";
import { EngineError } from "../engineError";
import type { Connect } from "./connectTo";

/** Keeps connections for the next request and knows every one of them, so that all can be ended. */
export interface EngineAgent {
  readonly agent: Agent;
  /** Ends all connections, those that were taken over by a stream or an upgrade, too. */
  destroy(): void;
}

/** How long an unused connection is kept: one over ssh costs a process and a third of a second to make. */
const idleMs = 30_000;

export function createEngineAgent(connect: Connect): EngineAgent {
  const open = new Set<Duplex>();
  let destroyed = false;

  const agent = Object.assign(new Agent({ keepAlive: true, scheduling: "lifo", timeout: idleMs }), {
    createConnection(): Duplex {
      if (destroyed) throw new EngineError("cancelled", "The engine's connections have been closed.");
      const socket = connect();
      open.add(socket);
      socket.once("close", () => open.delete(socket));
      return socket;
    },
    // docker-modem formats each request for its debug log, even when nobody reads it, down to every field of the
    // agent, its sockets and their certificates.
    [inspect.custom]: () => "EngineAgent",
  });

  return {
    agent,
    destroy() {
      destroyed = true;
      agent.destroy();
      for (const socket of open) socket.destroy();
    },
  };
}
