import type { TextEdit } from "vscode-languageserver-types";
import type { Dockerfile } from "../model/dockerfile";
import { firstWhere } from "../model/firstWhere";
import { parseDockerfile } from "../model/parseDockerfile";
import { applyEdits, conflict, type OffsetEdit, offsetsOf, smallestEdit } from "./applyEdits";
import type { Finding } from "./finding";
import type { Fix } from "./rule";

export interface Fixed {
  readonly text: string;
  /** How many fixes were made. */
  readonly count: number;
  /** The edits that lead from the old text to the new one; undefined where nothing changed. */
  readonly edits: readonly TextEdit[];
}

/** Fixes may uncover one another; after so many rounds what is left is left. */
const MOST_ROUNDS = 10;

/**
 * Makes every safe fix that there is. Fixes whose edits touch one another are made in successive rounds, each on what
 * the one before it left. A fix that would bring an error into the file is passed over.
 */
export function fixAll(
  dockerfile: Dockerfile,
  find: (dockerfile: Dockerfile) => readonly Finding[],
  isWanted: (finding: Finding) => boolean = () => true,
): Fixed {
  const refused = new Set<string>();
  let present = dockerfile;
  let findings = find(present);
  let count = 0;
  let onlyRound: readonly TextEdit[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = findings
      .filter(isWanted)
      .flatMap(({ problem: { fix } }) => (fix && !fix.unsafe ? [fix] : []));
    const chosen = compatible(
      present,
      fixes.filter((fix) => !refused.has(nameOf(present, fix))),
    );
    if (chosen.length === 0) break;
    const tried = attempt(present, chosen, find, errorsIn(findings));
    if (tried) {
      onlyRound = count === 0 ? editsOf(chosen) : [];
      present = tried.dockerfile;
      findings = tried.findings;
      count += chosen.length;
      continue;
    }
    const culprits = harmful(
      chosen,
      (fixes) => attempt(present, fixes, find, errorsIn(findings)) !== undefined,
    );
    // None does harm alone, so they do together: the first goes first, and the rest is looked at again after it.
    for (const fix of culprits.length > 0 ? culprits : chosen.slice(1)) refused.add(nameOf(present, fix));
  }
  if (count === 0 || present.text === dockerfile.text) return { text: dockerfile.text, count: 0, edits: [] };
  const whole = smallestEdit(dockerfile, present.text);
  return { text: present.text, count, edits: onlyRound.length > 0 ? onlyRound : whole ? [whole] : [] };
}

/** Of fixes that do harm together, those that do it alone. Halves the search, as one bad among thousands is the usual case. */
function harmful(fixes: readonly Fix[], isHarmless: (fixes: readonly Fix[]) => boolean): readonly Fix[] {
  if (fixes.length < 2) return fixes;
  const middle = fixes.length >>> 1;
  return [fixes.slice(0, middle), fixes.slice(middle)].flatMap((half) =>
    isHarmless(half) ? [] : harmful(half, isHarmless),
  );
}

function attempt(
  dockerfile: Dockerfile,
  fixes: readonly Fix[],
  find: (dockerfile: Dockerfile) => readonly Finding[],
  errorsBefore: ReadonlyMap<string, number>,
): { dockerfile: Dockerfile; findings: readonly Finding[] } | undefined {
  const after = parseDockerfile(applyEdits(dockerfile, editsOf(fixes)), dockerfile);
  const findings = find(after);
  const isWorse = [...errorsIn(findings)].some(([id, times]) => times > (errorsBefore.get(id) ?? 0));
  return isWorse ? undefined : { dockerfile: after, findings };
}

function errorsIn(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { rule, severity } of findings)
    if (severity === "error") times.set(rule.id, (times.get(rule.id) ?? 0) + 1);
  return times;
}

/** The first ones, in order, that do not touch one another. Two findings may offer the very same fix: it is made once. */
function compatible(dockerfile: Dockerfile, fixes: readonly Fix[]): Fix[] {
  const taken: OffsetEdit[] = [];
  const names = new Set<string>();
  return fixes.filter((fix) => {
    const name = nameOf(dockerfile, fix);
    if (names.has(name) || fix.edits.length === 0) return false;
    const edits = fix.edits.map((edit) => offsetsOf(dockerfile, edit));
    if (edits.some((edit) => touchesAny(taken, edit))) return false;
    names.add(name);
    for (const edit of edits) taken.splice(placeIn(taken, edit.start), 0, edit);
    return true;
  });
}

/** `taken` is sorted and without overlaps, so only the neighbours need a look. */
function touchesAny(taken: readonly OffsetEdit[], edit: OffsetEdit): boolean {
  const place = placeIn(taken, edit.start);
  return [taken[place - 1], taken[place], taken[place + 1]].some((other) => other && conflict(other, edit));
}

function placeIn(taken: readonly OffsetEdit[], start: number): number {
  return firstWhere(taken, (edit) => edit.start >= start);
}

function editsOf(fixes: readonly Fix[]): TextEdit[] {
  return fixes.flatMap(({ edits }) => edits);
}

function nameOf(dockerfile: Dockerfile, fix: Fix): string {
  return JSON.stringify(fix.edits.map((edit) => offsetsOf(dockerfile, edit)));
}
