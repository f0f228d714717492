import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface StartOptions {
  engine: "any" | "none";
  port: number | undefined;
  workspace: string | undefined;
}

export const usage = `Usage: npm start -- [--no-engine] [--port PORT] [--workspace DIR]

Opens an editor with Drydock in it on a sample workspace: in VS Code, if its command is on PATH,
else in VS Code in the browser, which is set up from npm. Where no engine answers, and the machine
is Debian or Ubuntu with root, an engine and a registry of our own run as long as this command.

  --no-engine       look for no engine and start none
  --port PORT       use VS Code in the browser, at this port of 127.0.0.1
  --workspace DIR   open this folder and not a copy of the sample
  --help            this text`;

/** Throws an error that says what is wrong with the arguments. */
export function readOptions(args: string[]): StartOptions | "help" {
  const values = parse(args);
  if (values.help === true) return "help";
  return {
    engine: values["no-engine"] === true ? "none" : "any",
    port: values.port === undefined ? undefined : readPort(values.port),
    workspace: values.workspace === undefined ? undefined : readFolder(values.workspace),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: "boolean" },
        "no-engine": { type: "boolean" },
        port: { type: "string" },
        workspace: { type: "string" },
      },
    }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Error(`--port wants a number from 1 to 65535, not "${text}".`);
}

function readFolder(text: string): string {
  // npm runs us in the project's root; the person means the folder where they typed.
  const folder = resolve(process.env["INIT_CWD"] ?? process.cwd(), text);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  throw new Error(`--workspace wants a folder; there is none at ${folder}.`);
}
