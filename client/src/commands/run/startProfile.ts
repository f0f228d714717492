import type { Engine } from "../../engine/engine";
import type { CommandHost } from "../commandHost";
import { followStart, type StartOutcome } from "../containers/followStart";
import { readEnvFile } from "./envFile";
import { rememberProfile } from "./rememberProfile";
import { runLine } from "./runLine";
import { containerOptions, type RunProfile } from "./runProfile";

export type RunOutcome = StartOutcome | "dismissed";

/** Makes a container of a profile and starts it: in a terminal, or watched through its first seconds. */
export async function startProfile(
  host: CommandHost,
  engine: Engine,
  profile: RunProfile,
): Promise<RunOutcome> {
  const environment = await wholeEnvironment(host, profile);
  if (!environment) return "dismissed";
  const options = containerOptions(profile, environment);
  const id = await engine.containers.create(options);
  await rememberProfile(host.memory, profile);
  if (profile.interactive) {
    host.ui.openTerminal({
      name: profile.name ?? profile.image,
      async start(screen) {
        const terminal = await engine.containers.attach(id, screen);
        await startOrRemove(engine, id);
        await terminal.resize(screen.size);
        return terminal;
      },
      atEnd: "stay",
    });
    return "runs";
  }
  await startOrRemove(engine, id);
  return followStart(host, engine, { id, options, line: runLine(profile) });
}

/** What never ran holds nothing worth keeping, and would only take the name from the next try. */
async function startOrRemove(engine: Engine, id: string): Promise<void> {
  try {
    await engine.containers.start(id);
  } catch (error) {
    await engine.containers.remove(id, { force: true, volumes: true }).catch(() => undefined);
    throw error;
  }
}

/** All variables with their values: those of the files first, so that what was chosen by hand wins. */
async function wholeEnvironment(
  host: CommandHost,
  { envFiles, environment }: RunProfile,
): Promise<readonly string[] | undefined> {
  const { ui, workspace, machine } = host;
  const whole: string[] = [];
  for (const path of envFiles) {
    const { variables, problems } = readEnvFile(await workspace.readText(path), machine.environment);
    whole.push(...variables);
    if (problems.length > 0)
      ui.report({
        severity: "warning",
        message: `${path}: ${problems.join("; ")}. Those lines were left out.`,
      });
  }
  for (const variable of environment) {
    if (variable.includes("=")) {
      whole.push(variable);
      continue;
    }
    const value =
      machine.environment[variable] ??
      (await ui.input({
        title: "Environment",
        prompt: `The value of ${variable}. It is not stored.`,
        secret: "secret",
      }));
    if (value === undefined) return undefined;
    whole.push(`${variable}=${value}`);
  }
  return whole;
}
