import type { ContainerDetails, ContainerOptions } from "../../engine/container";
import type { Engine } from "../../engine/engine";
import type { DockerCommandLine } from "../command";
import type { CommandHost } from "../commandHost";
import { copyAction } from "../copyAction";
import { containerUrl } from "./containerUrl";

export interface StartedContainer {
  readonly id: string;
  readonly options: ContainerOptions;
  readonly line: DockerCommandLine;
}

/** One that has done its work already counts as having run. */
export type StartOutcome = "runs" | "failed";

/** How long a started program may take to listen before that is told instead of a green light. */
const patienceMs = 20_000;
const intervalMs = 250;
const lastLines = 5;

/** Watches a container's first seconds: offers the browser once its port answers, explains where it ended at once. */
export async function followStart(
  host: CommandHost,
  engine: Engine,
  { id, options, line }: StartedContainer,
): Promise<StartOutcome> {
  const { ui, machine } = host;
  const name = options.name ?? id.slice(0, 12);
  const engineHost = await machine.engineHost();
  const port = options.ports?.find(({ protocol }) => protocol === "tcp");

  const outcome = await ui.progress(`Starting ${name}`, async ({ signal, report }) => {
    if (port) report(`waiting for port ${port.hostPort} to answer`);
    const end = Date.now() + (port ? patienceMs : intervalMs * 4);
    while (Date.now() < end && !signal.aborted) {
      const details = await engine.containers.inspect(id);
      if (details.state === "exited" || details.state === "dead") return details;
      if (port && (await machine.portAnswers(engineHost, port.hostPort))) return "answers";
      await machine.wait(intervalMs);
    }
    return "runs";
  });

  if (typeof outcome === "object") {
    await explainEnd(host, engine, outcome, name);
    return outcome.exitCode === 0 ? "runs" : "failed";
  }
  const container = (await engine.containers.list()).find((one) => one.id === id);
  const subjects = container ? [{ kind: "container" as const, container }] : [];
  const logs = { label: "Show Logs", run: () => host.run("containers.logs", subjects) };
  const url = container && (await containerUrl(host, container));
  if (url === undefined) {
    ui.report({
      severity: "information",
      message: `${name} is running.`,
      actions: [logs, copyAction(host, line)],
    });
    return "runs";
  }
  ui.report({
    severity: outcome === "answers" ? "information" : "warning",
    message:
      outcome === "answers"
        ? `${name} is running and answers at ${url}.`
        : `${name} is running, but ${url} does not answer yet. Its program may still be starting, or listen on 127.0.0.1 only; it has to listen on 0.0.0.0.`,
    actions: [
      { label: "Open in Browser", run: () => host.run("containers.openInBrowser", subjects) },
      logs,
      copyAction(host, line),
    ],
  });
  return "runs";
}

/** A container that ends well may just have done its work, so only a bad exit code is an error. */
async function explainEnd(
  { ui, run }: CommandHost,
  engine: Engine,
  { id, exitCode, error }: ContainerDetails,
  name: string,
): Promise<void> {
  let text = "";
  await engine.containers.logs(id, { tail: lastLines }, (chunk) => {
    text += chunk.text;
  });
  // A notice has no line breaks.
  const words = text
    .trim()
    .split(/\s*\n\s*/)
    .join(" ⏎ ");
  const said = words === "" ? " It printed nothing." : ` Its last output: ${words}`;
  const container = (await engine.containers.list()).find((one) => one.id === id);
  ui.report({
    severity: exitCode === 0 ? "information" : "error",
    message: `${name} exited with code ${exitCode ?? "unknown"}.${error === "" ? "" : ` ${error}.`}${said}`,
    actions: container
      ? [{ label: "Show Logs", run: () => run("containers.logs", [{ kind: "container", container }]) }]
      : [],
  });
}
