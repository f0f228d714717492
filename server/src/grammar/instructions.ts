import type { InstructionEntry, Keyword } from "./instruction";
import { add } from "./instructions/add";
import { arg } from "./instructions/arg";
import { cmd } from "./instructions/cmd";
import { copy } from "./instructions/copy";
import { entrypoint } from "./instructions/entrypoint";
import { env } from "./instructions/env";
import { expose } from "./instructions/expose";
import { from } from "./instructions/from";
import { healthcheck } from "./instructions/healthcheck";
import { label } from "./instructions/label";
import { maintainer } from "./instructions/maintainer";
import { onbuild } from "./instructions/onbuild";
import { run } from "./instructions/run";
import { shell } from "./instructions/shell";
import { stopsignal } from "./instructions/stopsignal";
import { user } from "./instructions/user";
import { volume } from "./instructions/volume";
import { workdir } from "./instructions/workdir";

/** Every instruction of the language, in alphabetic order. */
export const instructions: readonly InstructionEntry[] = [
  add,
  arg,
  cmd,
  copy,
  entrypoint,
  env,
  expose,
  from,
  healthcheck,
  label,
  maintainer,
  onbuild,
  run,
  shell,
  stopsignal,
  user,
  volume,
  workdir,
];

export const keywords: readonly Keyword[] = instructions.map(({ keyword }) => keyword);

const byKeyword: ReadonlyMap<string, InstructionEntry> = new Map(
  instructions.map((instruction) => [instruction.keyword, instruction]),
);

/** The entry of a keyword in any case; undefined for a word that is no instruction. */
export function instructionEntry(keyword: string): InstructionEntry | undefined {
  // Nearly always it is in capitals already.
  return byKeyword.get(keyword) ?? byKeyword.get(keyword.toUpperCase());
}
