import type { PublishedPort } from "../../../client/src/engine/container";
import type { ContainersApi, LogChunk, LogOptions } from "../../../client/src/engine/engine";
import { EngineError } from "../../../client/src/engine/engineError";
import { isEngineError } from "../../../client/src/engine/isEngineError";
import { runProgram } from "./shell";
import { type EngineState, findContainer, isRunning, type StoredContainer } from "./state";

type ProcessesApi = Pick<ContainersApi, "logs" | "wait" | "stats" | "processes" | "execute">;

/** What shows the programs that run in containers, and runs more of them. */
export function inMemoryProcesses(state: EngineState): ProcessesApi {
  return {
    logs: (name, options, listener, signal) =>
      untilSignal(signal, () =>
        state.answer(async (interrupted) => {
          const container = findContainer(state, name);
          let told = firstWanted(container, options);
          const tell = () => {
            for (; told < container.log.length; told++) listener(worded(container.log[told], options));
          };
          tell();
          if (options.follow)
            await Promise.race([until(container, () => !isRunning(container), tell), interrupted]);
          tell();
        }, signal),
      ),

    wait: (name, signal) =>
      state.answer(async (interrupted) => {
        const container = findContainer(state, name);
        await Promise.race([until(container, () => !isRunning(container)), interrupted]);
        return container.exitCode ?? 0;
      }, signal),

    stats: (name, listener, signal) =>
      untilSignal(signal, () =>
        state.answer(async (interrupted) => {
          findContainer(state, name);
          listener({ cpu: 0.25, memory: 1_000_000, memoryLimit: 4_000_000 });
          await interrupted;
        }, signal),
      ),

    processes: (name) =>
      state.answer(() => {
        const container = findContainer(state, name);
        if (!isRunning(container)) throw notRunning(name);
        return { titles: ["PID", "CMD"], rows: [["1", commandOf(container).join(" ")]] };
      }),

    execute: (name, command, signal) =>
      state.answer(async (interrupted) => {
        const container = findContainer(state, name);
        if (container.state !== "running") throw notRunning(name);
        const output = { stdout: "", stderr: "" };
        const program = runProgram(command, {
          changes: container.changes,
          signal: signal ?? new AbortController().signal,
          unpaused: () => until(container, () => container.state !== "paused"),
          write: (source, text) => {
            output[source] += text;
          },
        });
        // A killed program's end is nobody's concern any more.
        program.catch(() => undefined);
        return { exitCode: await Promise.race([program, interrupted]), ...output };
      }, signal),
  };
}

/** Starts what the container is for, unless a host port is another's. */
export function startProcess(state: EngineState, container: StoredContainer): void {
  container.ports = publish(state, container);
  const abort = new AbortController();
  container.state = "running";
  container.exitCode = undefined;
  container.started = state.now();
  container.end = (exitCode) => {
    abort.abort();
    ended(state, container, exitCode);
  };
  state.emit("container", "start", container.id);
  const { interactive } = container.options;
  // A shell with a terminal and nobody at it waits.
  if (interactive && commandOf(container).length === 1) return;
  runProgram(commandOf(container), {
    changes: container.changes,
    signal: abort.signal,
    unpaused: () => until(container, () => container.state !== "paused"),
    write(source, text) {
      if (abort.signal.aborted) return;
      // A terminal has one stream, and begins its lines at the left.
      const chunk: LogChunk = interactive
        ? { source: "stdout", text: text.replaceAll("\n", "\r\n") }
        : { source, text };
      container.log.push({ chunk, time: state.now() });
      notify(container);
    },
  }).then(
    (exitCode) => abort.signal.aborted || ended(state, container, exitCode),
    // It was killed, and its end noted then.
    () => undefined,
  );
}

export function kill(state: EngineState, container: StoredContainer, action: "kill" | "stop"): void {
  state.emit("container", "kill", container.id);
  container.end?.(137);
  if (action === "stop") state.emit("container", "stop", container.id);
}

export function commandOf({ options, image }: StoredContainer): string[] {
  const entrypoint = options.entrypoint ?? image.configuration.entrypoint;
  return [...entrypoint, ...(options.command ?? image.configuration.command)];
}

function ended(state: EngineState, container: StoredContainer, exitCode: number): void {
  container.end = undefined;
  container.state = "exited";
  container.exitCode = exitCode;
  container.ports = [];
  notify(container);
  state.emit("container", "die", container.id);
  if (!container.options.autoRemove) return;
  state.containers.delete(container.id);
  state.emit("container", "destroy", container.id);
}

function publish(state: EngineState, container: StoredContainer): PublishedPort[] {
  const key = (port: number | undefined, protocol: string) => `${port}/${protocol}`;
  const taken = new Set(
    [...state.containers.values()].flatMap(({ ports }) =>
      ports.map(({ hostPort, protocol }) => key(hostPort, protocol)),
    ),
  );
  let free = 49_153;
  return (container.options.ports ?? []).map(
    ({ containerPort, protocol, hostPort, hostAddress = "0.0.0.0" }) => {
      if (hostPort !== 0 && taken.has(key(hostPort, protocol)))
        throw new EngineError(
          "conflict",
          `Bind for ${hostAddress}:${hostPort} failed: port is already allocated`,
        );
      while (taken.has(key(free, protocol))) free++;
      const chosen = hostPort === 0 ? free : hostPort;
      taken.add(key(chosen, protocol));
      return { containerPort, protocol, hostAddress, hostPort: chosen };
    },
  );
}

function notify(container: StoredContainer): void {
  for (const watcher of [...container.watchers]) watcher();
}

/** Resolves when `reached` holds; `changed` is called with every change until then. */
function until(
  container: StoredContainer,
  reached: () => boolean,
  changed: () => void = () => undefined,
): Promise<void> {
  if (reached()) return Promise.resolve();
  return new Promise((resolve) => {
    const watcher = () => {
      changed();
      if (!reached()) return;
      container.watchers.delete(watcher);
      resolve();
    };
    container.watchers.add(watcher);
  });
}

function notRunning(name: string): EngineError {
  return new EngineError("conflict", `Container ${name} is not running`);
}

function firstWanted({ log }: StoredContainer, { tail, since = 0 }: LogOptions): number {
  const first = log.findIndex(({ time }) => time >= since);
  const recent = first === -1 ? log.length : first;
  return tail === undefined ? recent : Math.max(recent, log.length - tail);
}

function worded(entry: StoredContainer["log"][number] | undefined, { timestamps }: LogOptions): LogChunk {
  if (entry === undefined) return { source: "stdout", text: "" };
  const { chunk, time } = entry;
  return timestamps ? { ...chunk, text: `${new Date(time).toISOString()} ${chunk.text}` } : chunk;
}

async function untilSignal(signal: AbortSignal | undefined, call: () => Promise<void>): Promise<void> {
  try {
    await call();
  } catch (error) {
    if (!(signal?.aborted && isEngineError(error) && error.kind === "cancelled")) throw error;
  }
}
