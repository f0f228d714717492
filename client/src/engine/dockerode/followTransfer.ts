import type { TransferProgress } from "../engine";
import { EngineError } from "../engineError";
import { engineErrorFromText, type Peer } from "./engineErrorFrom";
import { jsonLines } from "./jsonLines";

/** As a line of a pull, push, load or import writes it. */
export interface ApiProgress {
  readonly id?: string;
  readonly status?: string;
  readonly stream?: string;
  readonly progressDetail?: { readonly current?: number; readonly total?: number } | null;
  readonly aux?: { readonly Digest?: string } | null;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string } | null;
}

/** Reads such a stream to its end. A failure that stands in it rejects, although the answer began with 200. */
export async function followTransfer(
  stream: NodeJS.ReadableStream,
  peer: Peer,
  listener: (line: ApiProgress) => void,
): Promise<void> {
  for await (const value of jsonLines(stream)) {
    const line = value as ApiProgress;
    const failure = line.errorDetail?.message ?? line.error;
    if (failure !== undefined) throw engineErrorFromText(failure, peer);
    listener(line);
  }
}

/** Undefined for a line that only carries data. */
export function transferProgressFromApi(line: ApiProgress): TransferProgress | undefined {
  if (line.status === undefined) return undefined;
  const { current, total } = line.progressDetail ?? {};
  return { layer: line.id, status: line.status, current, total: total && total > 0 ? total : undefined };
}

/** Collects what the registry now has: the engine tells as data, and in older and other engines as text, too. */
export function pushedDigest(): { read(line: ApiProgress): void; digest(): string } {
  let found: string | undefined;
  return {
    read({ aux, status }) {
      found = aux?.Digest ?? /digest: (\w+:[0-9a-f]{32,})/.exec(status ?? "")?.[1] ?? found;
    },
    digest() {
      if (found === undefined)
        throw new EngineError("registry-failed", "The engine ended the push without a digest.");
      return found;
    },
  };
}
