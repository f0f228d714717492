import { parseMountBoolean } from "../grammar/booleans";
import { parseByteSize } from "../grammar/byteSizes";
import { octalMode } from "../grammar/fileModes";
import { type MountKey, mountKey, mountKeysOf } from "../grammar/mountKeys";
import { type MountType, type MountTypeEntry, mountTypeEntry, mountTypes } from "../grammar/mounts";
import { nearestName } from "../lint/nearestName";
import type { Problem, Rule } from "../lint/rule";
import { type Mount, type MountOption, mountsOf } from "../model/mounts";

export const invalidMount: Rule = {
  id: "invalid-mount",
  aliases: [],
  severity: "error",
  category: "syntax",
  summary: "A mount has a type, key or value that the builder does not take.",
  rationale:
    "`RUN --mount` takes `key=value` pairs with commas between them. Which keys there are depends on the type; the builder stops at one that it does not know, at one that is missing and at a value that it cannot read.",
  examples: [
    {
      text: "FROM alpine:3.22\nRUN --mount=type=[|cahce|],target=/x make\n",
      fixed: "FROM alpine:3.22\nRUN --mount=type=cache,target=/x make\n",
    },
    {
      text: "FROM alpine:3.22\nRUN --mount=type=cache,target=/x,sharing=locked,mode=0755 --mount=type=bind,rw,dst=/y --mount=type=secret,id=a --mount=target=/z make\n",
    },
    { text: "FROM alpine:3.22\nRUN [|--mount=type=cache|] make\n" },
    {
      text: "FROM alpine:3.22\nRUN --mount=type=cache,[|targt|]=/x,target=/y make\n",
      fixed: "FROM alpine:3.22\nRUN --mount=type=cache,target=/x,target=/y make\n",
    },
    {
      text: "FROM alpine:3.22\nRUN --mount=type=cache,target=/x,sharing=[|lock|],mode=[|rwx|] --mount=type=tmpfs,target=/t,size=[|big|] make\n",
    },
    { text: "FROM alpine:3.22\nRUN --mount=type=bind,target=/x,[|size|]=1 make\n" },
    { text: "FROM alpine:3.22\nRUN --mount=type=$TYPE,target=$DIRECTORY make\n" },
    { text: "FROM alpine:3.22\nRUN --mount=type=cache,[|target|] make\n" },
    {
      text: "FROM alpine:3.22\nRUN --mount=type=cache,[||] target=/x make\nRUN --mount=type=cache,[||],target=/x make\n",
    },
    {
      text: "FROM alpine:3.22\nRUN --mount=[|required|],type=secret,id=a --mount=type=secret,id=a,[|src|]=b make\n",
    },
    {
      text: 'FROM alpine:3.22\nRUN --mount="type=cache,target=/a b" --mount=type=cac"he",target=\'/c\' make\nRUN --mount=\'type=cache,"target=/a,b"\' make\n',
    },
    {
      text: 'FROM alpine:3.22\nRUN --mount="type=[|cahce|],target=/x" make\n',
      fixed: 'FROM alpine:3.22\nRUN --mount="type=cache,target=/x" make\n',
    },
  ],

  checkInstruction(instruction, report) {
    for (const mount of mountsOf(instruction)) {
      if (mount.type === undefined) continue;
      const entry = mountTypeEntry(mount.type);
      const problems = entry ? problemsOf(mount, entry) : [unknownType(mount, mount.type)];
      for (const problem of problems) report(problem);
    }
  },
};

function problemsOf(mount: Mount, entry: MountTypeEntry): Problem[] {
  const { flag, options } = mount;
  const stray = options.find(({ key, value }) => key === "" && value === undefined);
  if (stray) return [strayComma(mount, stray)];
  const wrong = options.flatMap((option) => problemOf(option, mount, entry) ?? []);
  // A key that nobody knows may be the very one that is missing.
  if (options.some(({ key }) => !mountKey(key))) return wrong;
  const missing = whatIsMissing(mount, entry);
  return missing === undefined ? wrong : [...wrong, { range: flag.range, message: missing }];
}

/** `type=cache, target=/x`: most often a blank behind the comma, where the flag ends. */
function strayComma({ flag }: Mount, { range }: MountOption): Problem {
  const isAtEnd = flag.range.end.line === range.end.line && flag.range.end.character === range.end.character;
  return {
    range,
    message: isAtEnd
      ? "Nothing follows this comma, because a space ends the flag. Separate the pairs by commas only."
      : "There is nothing between these commas. Remove one of them.",
  };
}

function unknownType({ options, flag }: Mount, type: string): Problem {
  const range = options.find(({ key }) => key === "type")?.valueRange ?? flag.range;
  const names = mountTypes.map((entry) => entry.type);
  const nearest = nearestName(type, names, 2);
  return {
    range,
    message: `There is no mount of type "${type}". ${nearest ? `Did you mean ${nearest}?` : `Write ${names.join(", ")}.`}`,
    ...(nearest && {
      fix: { title: `Change to ${nearest}`, edits: [{ range, newText: nearest }], unsafe: true },
    }),
  };
}

function problemOf(option: MountOption, mount: Mount, { type }: MountTypeEntry): Problem | undefined {
  const { key: name, keyRange, value, valueRange } = option;
  const key = mountKey(name);
  if (!key) return unknownKey(option, type);
  if (key.refusedWith.includes(type))
    return { range: keyRange, message: `A ${type} mount has no "${name}". Remove it.` };
  if (needTypeBefore.has(key.name) && isBeforeType(option, mount))
    return {
      range: keyRange,
      message: `The builder reads from left to right: write "${name}" after type=${type}.`,
    };
  if (isSecondName(option, mount, type))
    return {
      range: keyRange,
      message: `"${name}" means the same as "id", and a secret has only one. Remove one of the two.`,
    };
  if (value === undefined) {
    if (key.value.kind === "boolean") return undefined;
    return { range: keyRange, message: `"${name}" needs a value: write ${name}=….` };
  }
  const wrong = valueRange && !value.includes("$") ? wrongValue(key, value) : undefined;
  return wrong === undefined || !valueRange ? undefined : { range: valueRange, message: wrong };
}

/** Whether these are allowed is decided by what was read until then. */
const needTypeBefore = new Set(["required", "size"]);

function isBeforeType(option: MountOption, { options }: Mount): boolean {
  return options.indexOf(option) < options.findIndex(({ key }) => key === "type");
}

function isSecondName({ key }: MountOption, { options }: Mount, type: MountType): boolean {
  return type === "secret" && mountKey(key)?.name === "source" && options.some((other) => other.key === "id");
}

function unknownKey({ key, keyRange }: MountOption, type: MountType): Problem {
  const names = mountKeysOf(type).flatMap(({ name, aliases }) => [name, ...aliases]);
  const nearest = key === "" ? undefined : nearestName(key, names, 2);
  return {
    range: keyRange,
    message: `A ${type} mount has no key "${key}". ${nearest ? `Did you mean ${nearest}?` : `It has ${names.join(", ")}.`}`,
    ...(nearest && {
      fix: { title: `Change to ${nearest}`, edits: [{ range: keyRange, newText: nearest }], unsafe: true },
    }),
  };
}

function wrongValue({ name, value }: MountKey, text: string): string | undefined {
  switch (value.kind) {
    case "choice": {
      const words = value.choices.map((choice) => choice.value);
      // The type has been looked at before.
      return name === "type" || words.includes(text.toLowerCase())
        ? undefined
        : `"${name}" takes ${words.join(", ")}, not "${text}".`;
    }
    case "boolean":
      return parseMountBoolean(text) === undefined
        ? `"${name}" is on or off: write true or false, not "${text}".`
        : undefined;
    case "byteSize":
      return parseByteSize(text) === undefined
        ? `"${text}" is not a size. Write, for example, 512m or 1g.`
        : undefined;
    case "identity":
      return /^\d+$/.test(text) ? undefined : `"${name}" takes a number, not "${text}".`;
    case "octalMode":
      return octalMode(text) === undefined
        ? `"${text}" is not an octal mode. Write, for example, 0755.`
        : undefined;
    default:
      return undefined;
  }
}

function whatIsMissing({ options }: Mount, entry: MountTypeEntry): string | undefined {
  const given = new Set(options.map(({ key }) => mountKey(key)?.name));
  const missing = entry.required.filter((name) => !given.has(name));
  const lacksAll = entry.requiredOneOf.length > 0 && !entry.requiredOneOf.some((name) => given.has(name));
  if (missing.length === 0 && !lacksAll) return undefined;
  const wanted = missing.length > 0 ? missing.join(" and ") : `one of ${entry.requiredOneOf.join(", ")}`;
  return `A ${entry.type} mount needs ${wanted}. For example "${entry.example}".`;
}
