import { CompletionItemKind } from "vscode-languageserver-types";
import type { BuildContextFiles } from "../../lint/outside";
import type { DockerfileContext } from "../feature";
import { soon } from "../soon";
import type { Proposal } from "./proposal";

/** The scripts of the project's package.json; read once for each state of the build context. */
export async function packageScripts({ outside, ports }: DockerfileContext): Promise<Proposal[]> {
  const { buildContext } = outside;
  const { folder, paths } = buildContext ?? {};
  if (!buildContext || folder === undefined || !paths?.has("package.json") || !ports.files) return [];
  const found = kept.get(buildContext) ?? ports.files.readText(`${folder}/package.json`).then(scriptsIn);
  kept.set(buildContext, found);
  return ((await soon(found)) ?? []).map(({ name, command }) => ({
    label: name,
    kind: CompletionItemKind.Function,
    rest: /^[\w:.-]*/,
    description: "package.json",
    detail: command,
  }));
}

interface Script {
  readonly name: string;
  readonly command: string;
}

/** Falls away with the listing that it was read from. */
const kept = new WeakMap<BuildContextFiles, Promise<readonly Script[]>>();

/** A file that somebody is just writing has none. */
function scriptsIn(text: string | undefined): readonly Script[] {
  try {
    const { scripts } = JSON.parse(text ?? "{}") as { scripts?: unknown };
    return Object.entries(scripts ?? {}).flatMap(([name, command]) =>
      typeof command === "string" ? [{ name, command }] : [],
    );
  } catch {
    return [];
  }
}
