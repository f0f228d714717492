import { spawn } from "node:child_process";
import { homedir } from "node:os";
import { EngineError } from "../engineError";

/** A login as a credential helper keeps it; the user `<token>` says that the secret is an identity token. */
export interface HelperLogin {
  readonly user: string;
  readonly secret: string;
}

/** One of docker's credential helpers; see https://github.com/docker/docker-credential-helpers. */
export interface CredentialHelper {
  get(server: string): Promise<HelperLogin | undefined>;
  store(server: string, login: HelperLogin): Promise<void>;
  erase(server: string): Promise<void>;
  /** The servers it has a login for. */
  list(): Promise<string[]>;
}

/**
 * The program `docker-credential-<name>`, run without a shell and spoken to through its standard input and output, so
 * that no secret is ever among its arguments. Throws an EngineError for a name that could be a path.
 */
export function credentialHelper(
  name: string,
  environment: Readonly<NodeJS.ProcessEnv>,
  patienceMs: number,
): CredentialHelper {
  if (!/^[\w.-]+$/.test(name)) {
    throw new EngineError(
      "settings-invalid",
      `"${name}" in docker's config file is no credential helper's name.`,
    );
  }
  const program = `docker-credential-${name}`;
  const run = (verb: string, input: string) => runHelper({ program, verb, input, environment, patienceMs });

  return {
    async get(server) {
      const { output, failed } = await run("get", server);
      if (failed) {
        if (/credentials not found/i.test(output)) return undefined;
        throw refused(program, "get");
      }
      const { Username, Secret } = answerOf(output, program);
      return typeof Username === "string" && typeof Secret === "string"
        ? { user: Username, secret: Secret }
        : undefined;
    },
    async store(server, { user, secret }) {
      const input = JSON.stringify({ ServerURL: server, Username: user, Secret: secret });
      if ((await run("store", input)).failed) throw refused(program, "store");
    },
    async erase(server) {
      const { output, failed } = await run("erase", server);
      if (failed && !/credentials not found/i.test(output)) throw refused(program, "erase");
    },
    async list() {
      const { output, failed } = await run("list", "");
      if (failed) throw refused(program, "list");
      return Object.keys(answerOf(output, program));
    },
  };
}

interface HelperCall {
  readonly program: string;
  readonly verb: string;
  readonly input: string;
  readonly environment: Readonly<NodeJS.ProcessEnv>;
  readonly patienceMs: number;
}

function runHelper({
  program,
  verb,
  input,
  environment,
  patienceMs,
}: HelperCall): Promise<{ readonly output: string; readonly failed: boolean }> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [verb], {
      stdio: ["pipe", "pipe", "ignore"],
      cwd: homedir(),
      env: environment,
      // Its own `timeout` would keep the process alive where the program is missing.
      signal: AbortSignal.timeout(patienceMs),
      windowsHide: true,
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", (cause) => reject(notStarted(program, cause)));
    child.on("close", (code) => resolve({ output, failed: code !== 0 }));
    // A helper that fails at once may not wait for its input; its exit code tells.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

function answerOf(output: string, program: string): Readonly<Record<string, unknown>> {
  const value = parsed(output);
  if (typeof value === "object" && value !== null) return value as Readonly<Record<string, unknown>>;
  throw new EngineError(
    "credential-helper-failed",
    `The credential helper ${program} gave an answer that is no JSON object.`,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's words would quote the text, and the text may hold a secret.
    return undefined;
  }
}

/** Its own words are left out: nobody knows what a helper prints. */
function refused(program: string, verb: string): EngineError {
  return new EngineError("credential-helper-failed", `The credential helper ${program} failed at "${verb}".`);
}

function notStarted(program: string, cause: Error): EngineError {
  const why = {
    ENOENT: "is named in docker's config file but is not on the PATH",
    ABORT_ERR: "did not answer in time",
  }[String("code" in cause ? cause.code : "")];
  const message = `The credential helper ${program} ${why ?? `cannot be run: ${cause.message}`}.`;
  return new EngineError("credential-helper-failed", message, { cause });
}
