import {
  type ClientCapabilities,
  CompletionRequest,
  type Diagnostic,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
  PublishDiagnosticsNotification,
  SemanticTokensRequest,
  TextDocumentSyncKind,
} from "vscode-languageserver/node";
import { type StdioClient, startStdioClient } from "../support/stdioClient";
import { longDockerfile } from "./longDockerfile";

export const operations = [
  "start",
  "keystroke",
  "completion",
  "hover",
  "semanticTokens",
  "formatting",
  "symbols",
] as const;

/**
 * `start`: from starting the process to the first diagnostics. `keystroke`: from a change to the diagnostics that heed
 * it. The others: from the request to its answer, each right after a keystroke, as an editor asks.
 */
export type Operation = (typeof operations)[number];

export interface Measurement {
  readonly operation: Operation;
  /** Undefined for our own server. */
  readonly program: readonly string[] | undefined;
  readonly lines: number;
  /** The times of a shorter file: what took too long there is not tried again. */
  readonly earlier: readonly number[] | undefined;
}

/** Nobody waits longer for an answer, and neither does the bench. */
const LIMIT_MS = 30_000;
const TRIES = 40;
/** So many that one in a hundred can be told. */
const KEYSTROKES = 400;
/** One in so many is not counted. */
const WARM_UP_SHARE = 4;
const STARTS = 5;
/** For one operation, however many tries that are. */
const BUDGET_MS = 8000;

const uri = "file:///bench/Dockerfile";

/** A client that is pushed diagnostics, which both servers can do. */
const capabilities: ClientCapabilities = {
  textDocument: {
    publishDiagnostics: {},
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ["markdown"] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    formatting: {},
    semanticTokens: { requests: { full: true }, tokenTypes: [], tokenModifiers: [], formats: ["relative"] },
  },
};

/** Milliseconds of each try. Empty where a server does not answer, or not within the limit. */
export async function measureLanguage(measurement: Measurement): Promise<readonly number[]> {
  const { operation, program, lines, earlier } = measurement;
  // Growing from a second with ten times the length, it would not come to an end.
  if (earlier && (earlier.length === 0 || Math.min(...earlier) > LIMIT_MS / 10)) return [];
  if (operation !== "start") return measureOperation(operation, program, lines);
  // What a server leaves behind for its next start is there from the second on, as for a person from the second day on.
  await leave(program, lines);
  const times: number[] = [];
  while (times.length < STARTS) times.push(await measureStart(program, lines));
  return times;
}

async function measureStart(program: Measurement["program"], lines: number): Promise<number> {
  const begun = performance.now();
  const client = await start(program);
  const first = client.nextPush(uri);
  await client.open(uri, longDockerfile(lines));
  await first;
  const took = performance.now() - begun;
  client.kill();
  return took;
}

/** Starts it, lets it work, and ends it in good order. */
async function leave(program: Measurement["program"], lines: number): Promise<void> {
  const client = await start(program);
  const first = client.nextPush(uri);
  await client.open(uri, longDockerfile(lines));
  await first;
  await client.close();
}

function start(program: Measurement["program"]): Promise<StdioClient> {
  return startStdioClient({ capabilities, ...(program && { program }) });
}

async function measureOperation(
  operation: Operation,
  program: Measurement["program"],
  lines: number,
): Promise<number[]> {
  const client = await start(program);
  const typist = await newTypist(client, longDockerfile(lines));
  const times: number[] = [];
  const tries = operation === "keystroke" ? KEYSTROKES : TRIES;
  try {
    const begun = performance.now();
    while (times.length < tries && performance.now() - begun < BUDGET_MS) {
      const took = await inTime(
        operation === "keystroke" ? typist.keystroke() : timed(client, operation, typist),
      );
      if (took === undefined) break;
      times.push(took);
    }
  } finally {
    client.kill();
  }
  // The first tries warm up what a person has long warmed up.
  return times.slice(Math.floor(times.length / WARM_UP_SHARE));
}

async function timed(client: StdioClient, operation: Operation, typist: Typist): Promise<number> {
  await typist.keystroke();
  const begun = performance.now();
  await ask(client, operation, typist.lastLine);
  return performance.now() - begun;
}

function ask({ connection }: StdioClient, operation: Operation, line: number): Promise<unknown> {
  const textDocument = { uri };
  switch (operation) {
    case "completion":
      return connection.sendRequest(CompletionRequest.type, {
        textDocument,
        position: { line, character: 2 },
      });
    case "hover":
      return connection.sendRequest(HoverRequest.type, { textDocument, position: { line, character: 1 } });
    case "semanticTokens":
      return connection.sendRequest(SemanticTokensRequest.type, { textDocument });
    case "formatting":
      return connection.sendRequest(DocumentFormattingRequest.type, {
        textDocument,
        options: { tabSize: 4, insertSpaces: true },
      });
    default:
      return connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
  }
}

async function inTime(promised: Promise<number>): Promise<number | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), LIMIT_MS);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Typist {
  readonly lastLine: number;
  /** Types or takes away one letter that makes a keyword wrong; resolves, in milliseconds, once that is told. */
  keystroke(): Promise<number>;
}

/** Its last line is `RUN echo`, which becomes `RUUN echo` and back. */
async function newTypist(client: StdioClient, text: string): Promise<Typist> {
  const whole = `${text}RUN echo`;
  const lastLine = whole.split("\n").length - 1;
  const sync = client.initializeResult.capabilities.textDocumentSync;
  const kind = typeof sync === "object" ? sync.change : sync;
  let version = 1;
  let isWrong = false;
  let heeded: (() => void) | undefined;
  const isHeeded = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.some(({ range, severity }) => range.start.line === lastLine && severity === 1) === isWrong;
  client.connection.onNotification(PublishDiagnosticsNotification.type, ({ diagnostics }) => {
    if (isHeeded(diagnostics)) heeded?.();
  });
  const opened = new Promise<void>((resolve) => {
    heeded = resolve;
  });
  await client.open(uri, whole);
  await opened;

  return {
    lastLine,
    async keystroke() {
      isWrong = !isWrong;
      const done = new Promise<void>((resolve) => {
        heeded = resolve;
      });
      const begun = performance.now();
      const start = { line: lastLine, character: 2 };
      const change = isWrong
        ? { range: { start, end: start }, text: "U" }
        : { range: { start, end: { line: lastLine, character: 3 } }, text: "" };
      const full = { text: `${text}${isWrong ? "RUUN" : "RUN"} echo` };
      await client.change(uri, ++version, [kind === TextDocumentSyncKind.Full ? full : change]);
      await done;
      return performance.now() - begun;
    },
  };
}
