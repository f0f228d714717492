import type { Duplex } from "node:stream";
import { StringDecoder } from "node:string_decoder";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import type { ContainersApi } from "../engine";
import { EngineError } from "../engineError";
import type { TerminalScreen, TerminalSession, TerminalSize } from "../terminal";
import type { Connection } from "./connection";
import { dialUpgrade } from "./dial";
import { exitCodeOf } from "./exitCodeOf";
import { namePath } from "./namePath";

type ContainerTerminalsApi = Pick<ContainersApi, "openTerminal" | "attach">;

/** The part of the containers' API in which the connection becomes a terminal's. */
export function containerTerminalsApi(connection: Connection): ContainerTerminalsApi {
  return {
    openTerminal: (name, command, screen) =>
      openSession(connection, screen, async (docker, abortSignal) => {
        const exec = await docker.getContainer(namePath(name)).exec({
          Cmd: [...command],
          Tty: true,
          AttachStdin: true,
          AttachStdout: true,
          AttachStderr: true,
        });
        const stream = await dialUpgrade(docker, {
          path: `/exec/${exec.id}/start`,
          method: "POST",
          options: { Detach: false, Tty: true },
          abortSignal,
        });
        return {
          stream,
          resize: ({ columns, rows }) => exec.resize({ w: columns, h: rows }),
          exitCode: () => exitCodeOf(exec),
        };
      }),

    attach: (name, screen) =>
      openSession(connection, screen, async (docker, abortSignal) => {
        const container = docker.getContainer(namePath(name));
        const stream = await dialUpgrade(docker, {
          path: `/containers/${namePath(name)}/attach?stream=1&stdin=1&stdout=1&stderr=1`,
          method: "POST",
          abortSignal,
        });
        // Asked for now: one that is removed at its end can't be asked then.
        const end = container.wait({ condition: "next-exit", abortSignal });
        end.catch(() => undefined);
        return {
          stream,
          resize: ({ columns, rows }) => container.resize({ w: columns, h: rows }),
          exitCode: () => Promise.race([end.then(({ StatusCode }) => StatusCode), detached()]),
        };
      }),
  };
}

interface Terminal {
  readonly stream: Duplex;
  resize(size: TerminalSize): Promise<unknown>;
  exitCode(): Promise<number>;
}

/** How long after its last output a program's end may become known. */
const endMs = 2000;

/** A terminal can be left by a key sequence, with the program going on. */
async function detached(): Promise<never> {
  await sleep(endMs);
  throw new EngineError("connection-lost", "The terminal was detached; the container goes on.");
}

/** The request lasts as long as the program; the session is there as soon as the connection stands. */
function openSession(
  connection: Connection,
  { size, print }: TerminalScreen,
  open: (docker: Dockerode, signal: AbortSignal) => Promise<Terminal>,
): Promise<TerminalSession> {
  const closing = new AbortController();
  return new Promise((resolve, reject) => {
    let resolveEnd: (exitCode: number) => void = () => undefined;
    let rejectEnd: (error: unknown) => void = reject;
    const ended = new Promise<number>((succeed, fail) => {
      resolveEnd = succeed;
      rejectEnd = (error) => {
        fail(error);
        reject(error);
      };
    });
    // Whoever asks for the end hears of its failure; nobody needs to.
    ended.catch(() => undefined);

    const call = async (docker: Dockerode, signal: AbortSignal): Promise<number> => {
      const { stream, resize, exitCode } = await open(docker, signal);
      const closed = closeOf(stream, signal);
      const decoder = new StringDecoder("utf8");
      stream.on("data", (bytes: Buffer) => print(decoder.write(bytes)));
      // One after the other: over connections of their own a size could overtake the one that follows it.
      let resizing = ignoringEnd(resize(size));
      resolve({
        write: (text) => void stream.write(text),
        resize(next) {
          resizing = resizing.then(() => ignoringEnd(resize(next)));
          return resizing;
        },
        ended,
        close: () => closing.abort(),
      });
      await closed;
      return exitCode();
    };
    connection.call(call, { signal: closing.signal }).then(resolveEnd, rejectEnd);
  });
}

/** Resolves when nothing more comes; rejects where the connection broke or was hung up. */
function closeOf(stream: Duplex, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => stream.destroy(new Error("hung up")), { once: true });
    stream.once("end", () => {
      resolve();
      stream.destroy();
    });
    stream.once("error", reject);
    stream.once("close", () => (signal.aborted ? reject(signal.reason) : resolve()));
  });
}

/** A container that is not started yet has no terminal to size either: the engine then refuses. */
async function ignoringEnd(resizing: Promise<unknown>): Promise<void> {
  await resizing.catch(() => undefined);
}
