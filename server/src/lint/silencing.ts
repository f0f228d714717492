import type { Finding } from "./finding";
import { isBuilderCheck } from "./isBuilderCheck";
import { canonicalNamesOf } from "./ruleNames";
import { canonicalName } from "./settings";
import type { SuppressedName, Suppression } from "./suppressions";

export interface Silencing {
  silences(finding: Finding): boolean;
  /** The suppressions, and the names in them, that have silenced something so far. */
  readonly used: ReadonlySet<Suppression | SuppressedName>;
}

/** Looks suppressions up by line and by name, so that a file with thousands of both stays linear. */
export function silencing(suppressions: readonly Suppression[]): Silencing {
  const used = new Set<Suppression | SuppressedName>();
  const groupsAt = groupsByLine(suppressions);
  return {
    used,
    silences(finding) {
      const { line } = finding.problem.range.start;
      const groups = groupsAt(line);
      if (groups.length === 0) return false;
      const keys = keysOf(finding);
      // Each is asked, even where one has said yes: all that reach it are of use.
      const answers = groups.flatMap((group) => keys.map((key) => silencesAt(line, group.get(key), used)));
      return answers.includes(true);
    },
  };
}

/** The suppressions that end at the same line, by what they silence. */
type Group = Map<string, Silencers>;

interface Silencers {
  /** In order of the lines that they begin to reach. */
  readonly entries: Silencer[];
  /** How many of them, from the first on, are known to be of use. */
  usedCount: number;
}

interface Silencer {
  readonly firstLine: number;
  readonly suppression: Suppression;
  readonly name: SuppressedName | undefined;
}

function groupsByLine(suppressions: readonly Suppression[]): (line: number) => readonly Group[] {
  const wholeFile: Group = new Map();
  const groups = new Map<string, Group>();
  const perLine = new Map<number, Group[]>();
  for (const suppression of suppressions) {
    const { lines, reach } = suppression;
    if (!lines) {
      addTo(wholeFile, suppression, 0);
      continue;
    }
    // Those of a stage begin at different lines and end together.
    const key = reach === "stage" ? `stage ${lines.last}` : `${lines.first} ${lines.last}`;
    let group = groups.get(key);
    if (!group) {
      group = new Map();
      groups.set(key, group);
      for (let line = Math.max(lines.first, 0); line <= lines.last; line++) {
        const there = perLine.get(line);
        if (there) there.push(group);
        else perLine.set(line, [group]);
      }
    }
    addTo(group, suppression, lines.first);
  }
  const always = wholeFile.size > 0 ? [wholeFile] : [];
  return (line) => {
    const there = perLine.get(line);
    return there ? [...always, ...there] : always;
  };
}

function addTo(group: Group, suppression: Suppression, firstLine: number): void {
  const add = (key: string, name: SuppressedName | undefined): void => {
    const entry = { firstLine, suppression, name };
    const others = group.get(key);
    if (others) others.entries.push(entry);
    else group.set(key, { entries: [entry], usedCount: 0 });
  };
  for (const name of suppression.names) for (const code of codesIn(name.text, suppression)) add(code, name);
  if (suppression.isForAll) add(allOf(suppression.tool), undefined);
}

/** No name of a rule has a star. */
function allOf(tool: Suppression["tool"]): string {
  return `*${tool}`;
}

/** ShellCheck's codes may lack their letters, and stand for a range; BuildKit tells capitals apart. */
function codesIn(text: string, { tool }: Suppression): string[] {
  if (tool === "buildkit") return [`check ${text}`];
  if (tool !== "shellcheck") return [canonicalName(text)];
  const [, from, to] = /^(?:SC)?(\d{4})(?:-(?:SC)?(\d{4}))?$/.exec(text) ?? [];
  if (from === undefined) return [canonicalName(text)];
  const last = Math.min(Number(to ?? from), 9999);
  return Array.from(
    { length: Math.max(0, last - Number(from) + 1) },
    (_, index) => `sc${Number(from) + index}`,
  );
}

/** Its names, and what "all" means to each tool: its own checks and nobody else's. */
function keysOf({ rule, problem }: Finding): string[] {
  const aliases = problem.aliases ?? [];
  const keys = [...canonicalNamesOf(rule), ...aliases.map(canonicalName)];
  for (const name of [rule.id, ...rule.aliases, ...aliases]) keys.push(`check ${name}`);
  keys.push(allOf("drydock"), allOf("hadolint"), allOf("dockerfile-utils"));
  if (isBuilderCheck(rule, problem.aliases)) keys.push(allOf("buildkit"));
  if ([...rule.aliases, ...aliases].some((name) => /^SC\d{4}$/.test(name))) keys.push(allOf("shellcheck"));
  return keys;
}

function silencesAt(
  line: number,
  silencers: Silencers | undefined,
  used: Set<Suppression | SuppressedName>,
): boolean {
  const [first] = silencers?.entries ?? [];
  if (!silencers || !first || first.firstLine > line) return false;
  for (;;) {
    const next = silencers.entries[silencers.usedCount];
    if (!next || next.firstLine > line) return true;
    used.add(next.suppression);
    if (next.name) used.add(next.name);
    silencers.usedCount++;
  }
}
