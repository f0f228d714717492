import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { FileReport } from "./fileReport";
import { standardInput } from "./findFiles";
import { type LintBatch, lintBatch } from "./lintBatch";

/** Below so many files a further thread takes longer to start than it saves. */
const FILES_PER_THREAD = 300;

/**
 * Lints a batch on as many threads as pay. Each thread runs this very program, which sees from `workerData` what it is
 * there for. Reports come in the order of the paths.
 */
export async function lintOnCores(batch: LintBatch, program: string): Promise<FileReport[]> {
  const threads = Math.min(availableParallelism(), Math.floor(batch.paths.length / FILES_PER_THREAD));
  // Standard input belongs to the main thread.
  if (threads < 2 || batch.paths.includes(standardInput)) return lintBatch(batch);
  // Each takes every n-th file: neighbours are of like size.
  const shares = Array.from({ length: threads }, (_, thread) =>
    batch.paths.filter((_path, index) => index % threads === thread),
  );
  const [own = [], ...others] = shares;
  const theirs = others.map((paths) => lintInWorker({ ...batch, paths }, program));
  const reports = [await lintBatch({ ...batch, paths: own }), ...(await Promise.all(theirs))];
  return batch.paths.flatMap((_, index) => reports[index % threads]?.[Math.floor(index / threads)] ?? []);
}

function lintInWorker(batch: LintBatch, program: string): Promise<FileReport[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: batch });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) =>
      reject(new Error(`A thread ended with code ${code} before it had answered.`)),
    );
  });
}
