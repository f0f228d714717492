import type { Agent, IncomingMessage } from "node:http";
import type Dockerode from "dockerode";
import { parseJson } from "./parseJson";

type Modem = Dockerode["modem"];
type Dial = Modem["dial"];

/** Makes a dockerode whose requests all end with `signal` and ask for `apiVersion`. */
export type DockerClient = (signal: AbortSignal, apiVersion: string | undefined) => Dockerode;

/** Loads dockerode, which takes a fifth of a second, and prepares it to speak over `agent` and nothing else. */
export async function loadDockerClient(agent: Agent): Promise<DockerClient> {
  const { default: Docker } = await import("dockerode");
  const { modem } = withoutDockerHost(() => new Docker(transportOptions(agent)));
  return (signal, apiVersion) => {
    const ours: Modem = Object.create(modem);
    if (apiVersion !== undefined) Object.assign(ours, { version: `v${apiVersion}` });
    ours.dial = readingWholeAnswers(modem.dial.bind(ours), signal);
    // dockerode's types do not know that it takes a modem.
    return new Docker({ modem: ours } as Dockerode.DockerOptions);
  };
}

/** The path is never opened: the agent makes the connections. A path just keeps docker-modem from parsing addresses. */
function transportOptions(agent: Agent): Dockerode.DockerOptions {
  return { socketPath: "engine", protocol: "http", agent } as Dockerode.DockerOptions;
}

/**
 * docker-modem lets DOCKER_HOST and its kin beat what it is given, and throws where they do not parse or name a
 * missing certificate. We say ourselves where the engine is, so it must not see them.
 */
function withoutDockerHost<Value>(make: () => Value): Value {
  const host = process.env["DOCKER_HOST"];
  delete process.env["DOCKER_HOST"];
  try {
    return make();
  } finally {
    if (host !== undefined) process.env["DOCKER_HOST"] = host;
  }
}

/**
 * docker-modem waits for ever for the rest of an answer whose connection breaks. So every answer is taken as a
 * stream, and those that should be whole are read here.
 */
function readingWholeAnswers(dial: Dial, signal: AbortSignal): Dial {
  return (options, callback = () => undefined) => {
    // An upgraded connection belongs to whoever asked for it, and to the agent.
    if (options.hijack || options.openStdin) return dial(options, callback);
    dial({ ...options, abortSignal: options.abortSignal ?? signal, isStream: true }, (error, answer) => {
      if (error !== null || options.isStream) return callback(error, answer);
      readWhole(answer as IncomingMessage).then(
        (value) => callback(null, value),
        (failure: Error) => callback(failure, null),
      );
    });
  };
}

async function readWhole(answer: IncomingMessage): Promise<object> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  const value = parseJson(body.toString());
  // Go's word for an empty list.
  if (value === null) return [];
  // A Buffer is dockerode's way to say that it is not JSON, such as the empty body of a 204.
  return typeof value === "object" ? value : body;
}
