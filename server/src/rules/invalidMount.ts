import { closest, distance } from "fastest-levenshtein";
import { parseMountBoolean } from "../grammar/booleans";
import { parseByteSize } from "../grammar/byteSizes";
import { octalMode } from "../grammar/fileModes";
import { type MountKey, mountKey, mountKeysOf } from "../grammar/mountKeys";
import { type MountType, type MountTypeEntry, mountTypeEntry, mountTypes } from "../grammar/mounts";
import type { Problem, Report, Rule } from "../lint/rule";
import { type Mount, type MountOption, mountsOf } from "../model/mounts";

export const invalidMount: Rule = {
  id: "invalid-mount",
  aliases: ["UNKNOWN_TYPE"],
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
  ],

  checkInstruction(instruction, report) {
    for (const mount of mountsOf(instruction)) {
      if (mount.type === undefined) continue;
      const entry = mountTypeEntry(mount.type);
      if (!entry) {
        report(unknownType(mount, mount.type));
        continue;
      }
      for (const option of mount.options) checkOption(option, entry, report);
      reportMissing(mount, entry, report);
    }
  },
};

function unknownType({ options, flag }: Mount, type: string): Problem {
  const range = options.find(({ key }) => key === "type")?.valueRange ?? flag.range;
  const names = mountTypes.map((entry) => entry.type);
  const nearest = closest(type, names);
  const isNear = distance(type, nearest) <= 2;
  return {
    range,
    message: `There is no mount of type "${type}". ${isNear ? `Did you mean ${nearest}?` : `Write ${names.join(", ")}.`}`,
    ...(isNear && {
      fix: { title: `Change to ${nearest}`, edits: [{ range, newText: nearest }], unsafe: true },
    }),
  };
}

function checkOption(option: MountOption, { type }: MountTypeEntry, report: Report): void {
  const key = mountKey(option.key);
  if (!key) {
    report(unknownKey(option, type));
  } else if (key.refusedWith.includes(type)) {
    report({ range: option.keyRange, message: `A ${type} mount has no "${option.key}". Remove it.` });
  } else if (option.value === undefined) {
    if (key.value.kind === "boolean") return;
    report({ range: option.keyRange, message: `"${option.key}" needs a value: write ${option.key}=….` });
  } else if (option.valueRange && !option.value.includes("$")) {
    const wrong = wrongValue(key, option.value);
    if (wrong) report({ range: option.valueRange, message: wrong });
  }
}

function unknownKey({ key, keyRange }: MountOption, type: MountType): Problem {
  const names = mountKeysOf(type).flatMap(({ name, aliases }) => [name, ...aliases]);
  const nearest = closest(key, names);
  const isNear = key !== "" && distance(key, nearest) <= 2;
  return {
    range: keyRange,
    message: `A ${type} mount has no key "${key}". ${isNear ? `Did you mean ${nearest}?` : `It has ${names.join(", ")}.`}`,
    ...(isNear && {
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
        ? `"${text}" is no size. Write for example 512m or 1g.`
        : undefined;
    case "identity":
      return /^\d+$/.test(text) ? undefined : `"${name}" takes a number, not "${text}".`;
    case "octalMode":
      return octalMode(text) === undefined
        ? `"${text}" is no octal mode. Write for example 0755.`
        : undefined;
    default:
      return undefined;
  }
}

function reportMissing({ flag, options }: Mount, entry: MountTypeEntry, report: Report): void {
  const given = new Set(options.map(({ key }) => mountKey(key)?.name));
  const missing = entry.required.filter((name) => !given.has(name));
  const lacksAll = entry.requiredOneOf.length > 0 && !entry.requiredOneOf.some((name) => given.has(name));
  if (missing.length === 0 && !lacksAll) return;
  const wanted = missing.length > 0 ? missing.join(" and ") : `one of ${entry.requiredOneOf.join(", ")}`;
  report({
    range: flag.range,
    message: `A ${entry.type} mount needs ${wanted}. For example "${entry.example}".`,
  });
}
