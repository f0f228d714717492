import { CompletionItemKind } from "vscode-languageserver-types";
import { type CacheMount, cacheMounts } from "../../grammar/cacheMounts";
import { type MountKey, mountKey, mountKeysOf } from "../../grammar/mountKeys";
import { type MountType, mountTypeEntry, mountTypes } from "../../grammar/mounts";
import { calledCommands } from "../calledCommands";
import type { FlagValuePlace } from "../place/place";
import type { Asked } from "./asked";
import { contextPathProposals, hasNoBlank } from "./pathProposals";
import type { Proposal } from "./proposal";
import { sourceProposals } from "./sourceProposals";

/** What may stand in `--mount=`: whole mounts at its start, then keys, and the values of the key that is being written. */
export function mountProposals(place: FlagValuePlace, asked: Asked): Proposal[] | Promise<Proposal[]> {
  const { text } = place;
  const start = text.lastIndexOf(",") + 1;
  const part = text.slice(start);
  const equals = part.indexOf("=");
  const given = givenKeys(place, text);
  if (equals >= 0) {
    const key = mountKey(part.slice(0, equals));
    const value = part.slice(equals + 1);
    return key ? valueProposals({ key, value, from: start + equals + 1, given }, place, asked) : [];
  }
  const whole = start === 0 ? wholeMounts(place, asked) : [];
  return [...whole, ...keyProposals(given, start)];
}

/** Keys with their values, those behind the cursor too, by their main names. */
type GivenKeys = ReadonlyMap<string, string>;

function givenKeys({ instruction, name }: FlagValuePlace, text: string): GivenKeys {
  const whole =
    instruction.flags.find((flag) => flag.name === name && flag.value?.startsWith(text))?.value ?? text;
  const others = [...text.split(",").slice(0, -1), ...whole.slice(text.length).split(",").slice(1)];
  return new Map(
    others.map((part) => {
      const [key = "", ...value] = part.split("=");
      return [mountKey(key)?.name ?? key, value.join("=")];
    }),
  );
}

function typeOf(given: GivenKeys): MountType {
  return mountTypeEntry(given.get("type") ?? "")?.type ?? "bind";
}

/** Caches that the command itself has a use for first. */
function wholeMounts({ instruction }: FlagValuePlace, { dockerfile }: Asked): Proposal[] {
  const called = new Set(calledCommands(dockerfile, instruction).map(({ name }) => name));
  const isUsed = ({ commands }: CacheMount) => commands.some((command) => called.has(command));
  return [
    ...mountTypes.map(({ type, does, snippet }) => ({
      label: `type=${type}`,
      kind: CompletionItemKind.Snippet,
      snippet,
      filter: `type=${type}`,
      text: `type=${type},`,
      detail: does,
      documentation: { of: "mountType", name: type } as const,
    })),
    ...[...cacheMounts.filter(isUsed), ...cacheMounts.filter((mount) => !isUsed(mount))].flatMap(
      ({ tool, mounts, does, needs }) =>
        mounts.map((mount) => ({
          label: mount,
          kind: CompletionItemKind.Value,
          description: tool,
          detail: does,
          documentation: needs,
        })),
    ),
  ];
}

function keyProposals(given: GivenKeys, from: number): Proposal[] {
  return mountKeysOf(typeOf(given))
    .filter(({ name }) => !given.has(name))
    .map(({ name, value, does }) => ({
      label: name,
      kind: CompletionItemKind.Property,
      text: value.kind === "boolean" ? name : `${name}=`,
      filter: name,
      from,
      rest: /^\w*/,
      detail: does,
      documentation: { of: "mountKey", name } as const,
      continues: value.kind !== "boolean",
    }));
}

interface WrittenValue {
  readonly key: MountKey;
  readonly value: string;
  /** Offset of the value in the place's text. */
  readonly from: number;
  readonly given: GivenKeys;
}

async function valueProposals(
  { key, value, from, given }: WrittenValue,
  place: FlagValuePlace,
  asked: Asked,
): Promise<Proposal[]> {
  switch (key.value.kind) {
    case "choice":
      return key.value.choices.map((choice) => simple(choice.value, from, choice.does));
    case "boolean":
      return ["true", "false"].map((text) => simple(text, from));
    case "byteSize":
      return ["64m", "256m", "512m", "1g"].map((text) => simple(text, from));
    case "identity":
      return [simple("0", from, "root"), simple("1000", from, "The first user of most images.")];
    case "octalMode":
      return ["0755", "0700", "0644", "0600", "0400"].map((text) => simple(text, from));
    case "source":
      return sourceProposals(value, asked).map((proposal) => ({ ...proposal, from }));
    case "sourcePath":
      if (given.has("from") || typeOf(given) !== "bind") return [];
      return (await contextPathProposals(value, from, asked)).filter(hasNoBlank);
    case "targetPath":
      return targets(typeOf(given), place, asked, from);
    default:
      return [];
  }
}

function targets(
  type: MountType,
  { instruction }: FlagValuePlace,
  { dockerfile }: Asked,
  from: number,
): Proposal[] {
  if (type === "secret") return [simple("/run/secrets/", from)];
  if (type === "tmpfs") return [simple("/tmp", from), simple("/run", from)];
  if (type !== "cache") return [];
  const called = new Set(calledCommands(dockerfile, instruction).map(({ name }) => name));
  const found = cacheMounts.flatMap(({ tool, mounts, does, commands }) =>
    mounts.map((mount) => ({
      ...simple(/target=([^,]*)/.exec(mount)?.[1] ?? "", from, does),
      description: tool,
      isUsed: commands.some((command) => called.has(command)),
    })),
  );
  return found.sort((a, b) => Number(b.isUsed) - Number(a.isUsed)).map(({ isUsed, ...proposal }) => proposal);
}

function simple(label: string, from: number, detail?: string): Proposal {
  return { label, kind: CompletionItemKind.Value, from, detail };
}
