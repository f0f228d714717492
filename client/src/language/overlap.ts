/** What the editor holds of one diagnostic, as far as an overlap shows in it. */
export interface ShownProblem {
  readonly source: string | undefined;
  /** Zero-based. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** Another extension that checks Dockerfiles too. */
export interface OtherLinter {
  readonly extensionId: string;
  /** As people know it. */
  readonly name: string;
  /** What its diagnostics call themselves; undefined where that is not known, so that its presence must do. */
  readonly sources: readonly string[] | undefined;
  /** Its settings that begin so and take "ignore" are what it can be quieted by; undefined where it has none. */
  readonly severitySettings: string | undefined;
}

/** In the order in which they are asked whose a diagnostic is. */
export const otherLinters: readonly OtherLinter[] = [
  {
    extensionId: "ms-azuretools.vscode-containers",
    name: "Container Tools",
    sources: ["dockerfile-utils"],
    severitySettings: "docker.languageserver.diagnostics.",
  },
  { extensionId: "exiasr.hadolint", name: "hadolint", sources: ["hadolint"], severitySettings: undefined },
  { extensionId: "docker.docker", name: "Docker DX", sources: undefined, severitySettings: undefined },
];

/** Those of the installed linters that say something on a line of which Drydock says something as well. */
export function overlappingLinters(
  problems: readonly ShownProblem[],
  installed: readonly OtherLinter[],
): OtherLinter[] {
  const isOurs = ({ source }: ShownProblem) => source === "drydock" || source === "drydock build";
  const ours = problems.filter(isOurs);
  const doubled = problems.filter((problem) => !isOurs(problem) && ours.some((one) => touches(one, problem)));
  const found = doubled.flatMap(({ source }) => {
    const named = installed.find(({ sources }) => source !== undefined && sources?.includes(source));
    return named ?? installed.find(({ sources }) => sources === undefined) ?? [];
  });
  return [...new Set(found)];
}

function touches(a: ShownProblem, b: ShownProblem): boolean {
  return a.firstLine <= b.lastLine && b.firstLine <= a.lastLine;
}

/** The settings that quiet a linter, of all those that its manifest declares. */
export function quietingSettings(manifest: unknown, prefix: string): string[] {
  return configurations(manifest).flatMap((properties) =>
    Object.entries(properties).flatMap(([name, schema]) => {
      const values = isRecord(schema) ? schema["enum"] : undefined;
      return name.startsWith(prefix) && Array.isArray(values) && values.includes("ignore") ? [name] : [];
    }),
  );
}

/** A manifest comes from another extension, so nothing of its shape is taken for granted. */
function configurations(manifest: unknown): Record<string, unknown>[] {
  const contributes = isRecord(manifest) ? manifest["contributes"] : undefined;
  const configuration = isRecord(contributes) ? contributes["configuration"] : undefined;
  const all: readonly unknown[] = Array.isArray(configuration) ? configuration : [configuration];
  return all.flatMap((one) => (isRecord(one) && isRecord(one["properties"]) ? [one["properties"]] : []));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
