import { distance } from "fastest-levenshtein";
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import type { RuleOptions, Severity } from "./rule";
import { defaultLintSettings, type LintSettings, type RuleSetting } from "./settings";
import { severityCalled, thresholdCalled } from "./threshold";

/** What a `.hadolint.yaml` asks for. */
export interface HadolintConfig {
  readonly settings: LintSettings;
  /** The rest is for a command line. */
  readonly failureThreshold: Severity | undefined;
  readonly noFail: boolean | undefined;
  readonly noColor: boolean | undefined;
  readonly format: string | undefined;
}

export interface ConfigProblem {
  /** "unknown key": it may be meant for another version of hadolint; all else was meant for us and got lost. */
  readonly kind: "unknown key" | "unreadable";
  /** Zero-based. */
  readonly line: number;
  /** A sentence. */
  readonly message: string;
}

export const emptyHadolintConfig: HadolintConfig = {
  settings: defaultLintSettings,
  failureThreshold: undefined,
  noFail: undefined,
  noColor: undefined,
  format: undefined,
};

/**
 * Reads hadolint's configuration. Never throws: what can't be understood is left out and told as a problem, so that a
 * slip in one key spoils that key only.
 */
export function readHadolintConfig(text: string): { config: HadolintConfig; problems: ConfigProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: "silent", prettyErrors: false });
  const problems: ConfigProblem[] = [];
  const tell: Tell = (offset, message, kind = "unreadable") =>
    void problems.push({ kind, line: Math.max(lines.linePos(offset).line - 1, 0), message });
  for (const { pos, message } of document.errors) tell(pos[0], `This is not valid YAML: ${message}.`);
  const isEmpty =
    document.contents === null || (isScalar(document.contents) && document.contents.value === null);
  if (problems.length > 0 || isEmpty) return { config: emptyHadolintConfig, problems };
  if (!isMap(document.contents)) {
    tell(0, 'Expected keys such as "ignored:" with a list of rules below.');
    return { config: emptyHadolintConfig, problems };
  }
  return { config: configOf(new Reader(document.contents, tell)), problems };
}

type Tell = (offset: number, message: string, kind?: ConfigProblem["kind"]) => void;

function configOf(reader: Reader): HadolintConfig {
  const rules: Record<string, RuleSetting> = {};
  const override = reader.section("override", ["error", "warning", "info", "style"]);
  for (const word of ["error", "warning", "info", "style"]) {
    for (const name of override?.texts(word) ?? []) rules[name] = severityCalled(word) ?? "warning";
  }
  // A rule that is both overridden and ignored is ignored in hadolint too.
  for (const name of reader.texts("ignored") ?? []) rules[name] = "off";
  const trustedRegistries = reader.texts("trustedRegistries");
  const labelSchema = reader.words("label-schema", labelTypes);
  const strictLabels = reader.flag("strict-labels");
  const shared: RuleOptions = {
    ...(trustedRegistries && { trustedRegistries }),
    ...(labelSchema && { labelSchema }),
    ...(strictLabels !== undefined && { strictLabels }),
  };
  const disregarded = reader.flag("disable-ignore-pragma");
  const threshold = reader.word("failure-threshold", ["error", "warning", "info", "style", "ignore", "none"]);
  reader.tellUnknown(keys);
  return {
    settings: {
      ...defaultLintSettings,
      // The rule for registries is off until somebody says which are trusted; rules for labels likewise find nothing.
      rules: { ...(trustedRegistries?.length && !("DL3026" in rules) && { DL3026: "error" }), ...rules },
      shared,
      ...(disregarded !== undefined && { suppressions: disregarded ? "disregarded" : "honoured" }),
    },
    failureThreshold: threshold === undefined ? undefined : thresholdCalled(threshold),
    noFail: reader.flag("no-fail"),
    noColor: reader.flag("no-color"),
    format: reader.word("format", undefined),
  };
}

const keys = [
  "ignored",
  "override",
  "trustedRegistries",
  "label-schema",
  "strict-labels",
  "disable-ignore-pragma",
  "failure-threshold",
  "no-fail",
  "no-color",
  "format",
];

const labelTypes = ["text", "rawtext", "url", "semver", "hash", "rfc3339", "spdx", "email"];

/** Reads typed values out of a YAML map, and tells of each that is of another type. */
class Reader {
  readonly #map: YAMLMap;
  readonly #tell: Tell;

  constructor(map: YAMLMap, tell: Tell) {
    this.#map = map;
    this.#tell = tell;
  }

  /** One text, or a list of them. */
  texts(key: string): string[] | undefined {
    const node = this.#node(key);
    if (!node) return undefined;
    if (isScalar(node) && typeof node.value === "string") return [node.value];
    if (!isSeq(node))
      return this.#wrong(node, `"${key}" must be a list, each item on a line of its own after "- ".`);
    return node.items.flatMap((item) => {
      if (isScalar(item) && typeof item.value === "string") return [item.value];
      return this.#wrong(isNodeLike(item) ? item : node, `Every item of "${key}" must be a text.`) ?? [];
    });
  }

  flag(key: string): boolean | undefined {
    const node = this.#node(key);
    if (!node) return undefined;
    if (isScalar(node) && typeof node.value === "boolean") return node.value;
    return this.#wrong(node, `"${key}" must be true or false.`);
  }

  word(key: string, allowed: readonly string[] | undefined): string | undefined {
    const node = this.#node(key);
    if (!node) return undefined;
    const value = isScalar(node) ? String(node.value) : undefined;
    if (value !== undefined && (!allowed || allowed.includes(value))) return value;
    return this.#wrong(node, `"${key}" must be ${allowed ? `one of ${allowed.join(", ")}` : "a text"}.`);
  }

  section(key: string, allowed: readonly string[]): Reader | undefined {
    const node = this.#node(key);
    if (!node) return undefined;
    if (!isMap(node)) return this.#wrong(node, `"${key}" must have keys of its own: ${allowed.join(", ")}.`);
    const reader = new Reader(node, this.#tell);
    reader.tellUnknown(allowed);
    return reader;
  }

  /** A map of any keys to words of a list. */
  words(key: string, allowed: readonly string[]): Record<string, string> | undefined {
    const node = this.#node(key);
    if (!node) return undefined;
    if (!isMap(node)) return this.#wrong(node, `"${key}" must name labels, each with the form of its value.`);
    const reader = new Reader(node, this.#tell);
    const found = reader.#keys().flatMap(({ name }) => {
      const word = reader.word(name, allowed);
      return word === undefined ? [] : [[name, word === "rawtext" ? "text" : word]];
    });
    return Object.fromEntries(found);
  }

  tellUnknown(known: readonly string[]): void {
    for (const { name, offset } of this.#keys()) {
      if (known.includes(name)) continue;
      const nearest = known.find((candidate) => distance(candidate, name) <= 2);
      this.#tell(
        offset,
        `"${name}" means nothing here.${nearest ? ` Did you mean "${nearest}"?` : ""}`,
        "unknown key",
      );
    }
  }

  #keys(): { name: string; offset: number }[] {
    return this.#map.items.flatMap(({ key }) =>
      isScalar(key) ? [{ name: String(key.value), offset: key.range?.[0] ?? 0 }] : [],
    );
  }

  /** Undefined for a key that is absent or has nothing behind it. */
  #node(key: string): Node | undefined {
    const node = this.#map.get(key, true) as Node | undefined;
    return node && isScalar(node) && node.value === null ? undefined : node;
  }

  #wrong(node: Node, message: string): undefined {
    this.#tell(node.range?.[0] ?? 0, message);
    return undefined;
  }
}

function isNodeLike(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "range" in value;
}
