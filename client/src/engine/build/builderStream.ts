import type { BuildEvent, BuildFailure } from "../build";

/** One line of the builder's answer, of either builder. Nothing in it is trusted to have the right type. */
export interface BuilderMessage {
  readonly id?: unknown;
  readonly aux?: unknown;
  readonly stream?: unknown;
  readonly status?: unknown;
  readonly progressDetail?: { readonly current?: unknown; readonly total?: unknown };
  readonly error?: unknown;
  readonly errorDetail?: { readonly code?: unknown; readonly message?: unknown };
}

/** Turns one builder's messages into build events; knows at the end what became of the build. */
export interface BuilderStream {
  accept(message: BuilderMessage): void;
  /** Call once, when no more messages come. */
  end(outcome: "finished" | "cancelled"): BuildOutcome;
}

export type BuildOutcome =
  | { readonly type: "built"; readonly imageId: string }
  | { readonly type: "failed"; readonly failure: BuildFailure }
  /** The stream ended before the builder told an end: neither an image nor an error. */
  | { readonly type: "unfinished" };

export type BuildListener = (event: BuildEvent) => void;

/** The message of an error line, or `undefined` where the line is none. */
export function errorIn({ error, errorDetail }: BuilderMessage): string | undefined {
  if (typeof errorDetail?.message === "string") return errorDetail.message;
  return typeof error === "string" ? error : undefined;
}

/** The id in `aux: { ID: "sha256:…" }`. */
export function imageIdIn({ aux }: BuilderMessage): string | undefined {
  if (typeof aux !== "object" || aux === null || !("ID" in aux)) return undefined;
  return typeof aux.ID === "string" ? aux.ID : undefined;
}
