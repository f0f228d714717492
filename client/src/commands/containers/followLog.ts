import type { Engine } from "../../engine/engine";
import { isEngineError } from "../../engine/isEngineError";
import type { Output } from "../../ui/ui";
import type { CommandHost } from "../commandHost";
import { type LogLines, logLines } from "./logLines";

/** How a log is shown. */
export interface LogChoice {
  readonly follow: "follow" | "stand still";
  readonly timestamps: "shown" | "hidden";
  /** Milliseconds back from now; the last lines where it is undefined. */
  readonly reach: number | undefined;
}

export const defaultLogChoice: LogChoice = { follow: "follow", timestamps: "hidden", reach: undefined };

/** A log that has been opened, by its document's name. */
export interface OpenedLog {
  readonly container: { readonly id: string; readonly name: string };
  readonly choice: LogChoice;
}

export function logDocumentName({ name }: OpenedLog["container"]): string {
  return `container/${name}.log`;
}

/** How often a stopped container is looked at. */
const lookMs = 1000;

/** Opens a container's log and, unless it shall stand still, follows it through restarts until its document is closed. */
export function followLog(host: CommandHost, opened: OpenedLog): void {
  const { container } = opened;
  const name = logDocumentName(container);
  const output = host.ui.log(name);
  const signal = output.begin();
  // Put last: from the palette the options are those of the newest.
  host.openedLogs.delete(name);
  host.openedLogs.set(name, opened);
  output.show();
  // Not awaited: it goes on for as long as the document is open.
  follow(host, opened, output, signal).catch((error) =>
    host.reportFailure(error, `Following the log of ${container.name}`),
  );
}

async function follow(
  host: CommandHost,
  { container: { id: first, name }, choice }: OpenedLog,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  const lines = logLines({ timestamps: choice.timestamps, append: output.append });
  const { started } = await (await host.engine()).containers.inspect(first);
  let current: ContainerStart | undefined = { id: first, started };
  let start: { tail?: number; since?: number } =
    choice.reach === undefined
      ? { tail: host.preferences.logLines }
      : { since: Math.max(0, Date.now() - choice.reach) };

  while (current && !signal.aborted) {
    const ending = await readToEnd(await host.engine(), current.id, { start, choice, lines, signal });
    if (signal.aborted || choice.follow === "stand still") return;
    output.append(
      ending === "ended"
        ? `— ${name} is not running; its log continues here when it starts again. —\n`
        : "— The connection to the engine was lost; the log continues here when it is back. —\n",
    );
    current = await nextStart(host, name, { last: current, signal });
    start = { since: lines.lastTime() ?? Date.now() };
  }
}

/** One run of a container. */
interface ContainerStart {
  readonly id: string;
  readonly started: number | undefined;
}

interface Reading {
  readonly start: { readonly tail?: number; readonly since?: number };
  readonly choice: LogChoice;
  readonly lines: LogLines;
  readonly signal: AbortSignal;
}

async function readToEnd(
  engine: Engine,
  id: string,
  { start, choice, lines, signal }: Reading,
): Promise<"ended" | "broken"> {
  try {
    const options = { ...start, follow: choice.follow === "follow", timestamps: true };
    await engine.containers.logs(id, options, lines.write, signal);
    return "ended";
  } catch (error) {
    if (isEngineError(error) && error.kind === "connection-lost") return "broken";
    throw error;
  } finally {
    lines.end();
  }
}

/**
 * What runs under that name next: the same container started again, or another in its place. Undefined when
 * the document is closed, or the engine is another's.
 */
async function nextStart(
  host: CommandHost,
  name: string,
  { last, signal }: { readonly last: ContainerStart; readonly signal: AbortSignal },
): Promise<ContainerStart | undefined> {
  for (;;) {
    // Closed meanwhile: then there is nothing to wait for.
    await host.machine.wait(lookMs, signal).catch(() => undefined);
    if (signal.aborted) return undefined;
    try {
      const { id, started, state } = await (await host.engine()).containers.inspect(name);
      // One that has ended again already had something to say, too.
      const isAnother = started !== undefined && (id !== last.id || started !== last.started);
      if (isAnother || state === "running" || state === "paused") return { id, started };
    } catch (error) {
      // While it is not there, or no engine answers, it is waited for. A disposed engine stays silent for ever.
      if (!isEngineError(error) || error.kind === "cancelled") return undefined;
    }
  }
}
