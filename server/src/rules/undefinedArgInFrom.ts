import type { Range } from "vscode-languageserver-types";
import { predefinedArguments } from "../grammar/predefinedArguments";
import { nearestName, slipOf } from "../lint/nearestName";
import type { Rule } from "../lint/rule";
import { definitionsByStage } from "../model/definitionsBy";
import type { Dockerfile } from "../model/dockerfile";

export const undefinedArgInFrom: Rule = {
  id: "undefined-arg-in-from",
  aliases: ["UndefinedArgInFrom"],
  severity: "warning",
  category: "stages",
  summary: "FROM uses a variable that no ARG above the first FROM declares.",
  rationale:
    "FROM sees global arguments only: those of an ARG that stands above the first FROM. An ARG inside a stage does not count for it, and what is not declared is empty.",
  examples: [
    {
      text: "ARG VERSION=3.22\nFROM alpine:[|${VERSON}|]\n",
      fixed: "ARG VERSION=3.22\nFROM alpine:${VERSION}\n",
    },
    { text: "ARG VERSION=3.22\nFROM --platform=$BUILDPLATFORM alpine:${VERSION}\nFROM debian:${TAG:-13}\n" },
    { text: "FROM debian:13\nARG TAG=3.22\nFROM alpine:[|$TAG|]\n" },
    { text: "FROM [|$BASE|]\nFROM ${BASE:-alpine:3.22}\n" },
    {
      text: "FROM --platform=[|$BULDPLATFORM|] alpine:3.22\n",
      fixed: "FROM --platform=$BUILDPLATFORM alpine:3.22\n",
    },
  ],

  check(dockerfile, report) {
    for (const { name, nameRange, range, definition, modifier, instruction } of dockerfile.variableUses) {
      if (instruction.keyword !== "FROM" || definition || isGlobal(name)) continue;
      // A form that says what to do without a value expects that there is none.
      if (modifier === ":-" || modifier === "-" || modifier === ":+" || modifier === "+") continue;
      const nearest = nearestGlobal(name, dockerfile);
      // The whole name or platform is missing then, and the builder stops.
      const isName = isSame(instruction.words[0]?.range, range);
      const isPlatform = instruction.flags.some(({ valueRange }) => isSame(valueRange, range));
      report({
        range,
        ...((isName || isPlatform) && { severity: "error" }),
        ...(isName && { aliases: ["UndefinedArgInFrom", "BASE_NAME_EMPTY"] }),
        message: nearest
          ? `No ARG above the first FROM declares ${name}. Did you mean ${nearest}?`
          : `No ARG above the first FROM declares ${name}, so it is empty here. Add "ARG ${name}=…" above the first FROM.`,
        ...(nearest && {
          fix: {
            title: `Change to ${nearest}`,
            edits: [{ range: nameRange, newText: nearest }],
            unsafe: true,
          },
        }),
      });
    }
  },
};

const globals = predefinedArguments.filter(({ seenBy }) => seenBy.includes("from")).map(({ name }) => name);

function isSame(place: Range | undefined, { start, end }: Range): boolean {
  return (
    place?.start.line === start.line &&
    place.start.character === start.character &&
    place.end.line === end.line &&
    place.end.character === end.character
  );
}

function isGlobal(name: string): boolean {
  return globals.includes(name);
}

function nearestGlobal(name: string, dockerfile: Dockerfile): string | undefined {
  const declared = definitionsByStage(dockerfile, undefined).slice(0, MOST);
  return nearestName(name, [...declared.map((definition) => definition.name), ...globals], slipOf(name));
}

/** A file with more of them is made by a program, which does not misspell any. */
const MOST = 100;
