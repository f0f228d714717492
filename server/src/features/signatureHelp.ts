import type { SignatureHelpParams } from "vscode-languageserver";
import {
  MarkupKind,
  type Position,
  type SignatureHelp,
  type SignatureInformation,
} from "vscode-languageserver-types";
import { flagOf } from "../grammar/flags";
import type { Signature } from "../grammar/instruction";
import { instructionEntry } from "../grammar/instructions";
import { mountKeysOf } from "../grammar/mountKeys";
import { type MountType, mountTypeEntry } from "../grammar/mounts";
import type { Dockerfile } from "../model/dockerfile";
import type { Feature } from "./feature";
import { type ArgumentPlace, type FlagValuePlace, placesAt } from "./place/place";
import { valueForm } from "./prose/flagProse";
import { paragraphs } from "./prose/markdown";

export const signatureHelpFeature: Feature = {
  capabilities: {
    signatureHelpProvider: {
      triggerCharacters: [" ", "=", ","],
      retriggerCharacters: ["-", ":", "/", "@", "[", '"', "<"],
    },
  },
  connect: (connection, serve) =>
    void connection.onSignatureHelp(
      serve((dockerfile, { position }: SignatureHelpParams, { client }) => {
        const help = signatureHelp(dockerfile, position);
        return help && client?.placesParameters ? withOffsets(help) : help;
      }),
    ),
};

/** An editor that looks for `[:tag]` by itself wants a word to begin there, and finds none in `image[:tag]`. */
export function withOffsets(help: SignatureHelp): SignatureHelp {
  const signatures = help.signatures.map((signature) => ({
    ...signature,
    parameters: (signature.parameters ?? []).map((parameter) => {
      const start = typeof parameter.label === "string" ? signature.label.indexOf(parameter.label) : -1;
      const label: [number, number] = [start, start + parameter.label.length];
      return start < 0 ? parameter : { ...parameter, label };
    }),
  }));
  return { ...help, signatures };
}

/** How the instruction or flag at the cursor is written, and which part of it is being written. */
export function signatureHelp(dockerfile: Dockerfile, position: Position): SignatureHelp | null {
  for (const place of placesAt(dockerfile, position)) {
    if (place.kind === "flagValue") return flagHelp(place);
    if (place.kind === "flag")
      return instructionHelp(place.keyword, 0, (signature) => flagsParameter(signature));
    if (place.kind === "keyword" && place.where === "trigger") return instructionHelp("ONBUILD", 0, () => 0);
    if (place.kind === "argument") {
      const active = activeSignature(place, dockerfile);
      return instructionHelp(place.keyword, active, (signature) => activeParameter(place, signature));
    }
  }
  return null;
}

function instructionHelp(
  keyword: string,
  activeSignature: number,
  parameterOf: (signature: Signature) => number,
): SignatureHelp | null {
  const entry = instructionEntry(keyword);
  const active = entry?.signatures[activeSignature];
  if (!entry || !active) return null;
  return {
    signatures: entry.signatures.map(signatureInformation),
    activeSignature,
    activeParameter: parameterOf(active),
  };
}

function signatureInformation({ label, does, parameters }: Signature): SignatureInformation {
  return {
    label,
    documentation: { kind: MarkupKind.Markdown, value: does },
    parameters: parameters.map((parameter) => ({
      label: parameter.label,
      documentation: { kind: MarkupKind.Markdown, value: parameter.does },
    })),
  };
}

/** The way of writing that was chosen already: exec form, heredoc, `NONE`, an earlier stage, or the plain one. */
function activeSignature({ keyword, isExec, text, words }: ArgumentPlace, { stages }: Dockerfile): number {
  const signatures = instructionEntry(keyword)?.signatures ?? [];
  const first = words[0] ?? text;
  const find = (sign: string) =>
    Math.max(
      0,
      signatures.findIndex(({ label }) => label.includes(sign)),
    );
  if (isExec || first.startsWith("[")) return find('["');
  if (first.startsWith("<<")) return find("<<");
  if (first === "NONE") return find("NONE");
  if (keyword === "FROM" && stages.some(({ name }) => name?.toLowerCase() === first.toLowerCase()))
    return find("FROM stage");
  // Of CMD and its like the exec form comes first, until something else is written.
  const isPlain = first !== "" && signatures[0]?.label.includes('["');
  return isPlain
    ? Math.max(
        0,
        signatures.findIndex(({ label }) => !label.includes('["')),
      )
    : 0;
}

function flagsParameter({ parameters }: Signature): number {
  return Math.max(
    0,
    parameters.findIndex(({ label }) => isFlags(label)),
  );
}

function isFlags(label: string): boolean {
  return label === "[flags]" || label.startsWith("[--");
}

function activeParameter(place: ArgumentPlace, signature: Signature): number {
  const { parameters } = signature;
  const flags = parameters.filter(({ label }) => isFlags(label)).length;
  // The last word of COPY and ADD is the destination; while it may still become a source, it counts as one.
  return Math.min(
    flags + partOf(place, signature) - (place.keyword === "FROM" ? flags : 0),
    parameters.length - 1,
  );
}

/** Which parameter behind the flags is being written; for FROM, counted with them. */
function partOf({ keyword, words, text, before }: ArgumentPlace, { label, parameters }: Signature): number {
  if (label.includes('["')) return (before.match(/"(?:[^"\\]|\\.)*"\s*,/g) ?? []).length;
  switch (keyword) {
    case "FROM": {
      const part =
        words.length > 0 ? "[AS name]" : /@/.test(text) ? "[@digest]" : /:/.test(text) ? "[:tag]" : "image";
      return Math.max(
        0,
        parameters.findIndex((one) => one.label === part),
      );
    }
    case "ENV":
    case "LABEL":
    case "ARG":
      // `ENV name value` has its one value behind a blank.
      return text.includes("=") || (keyword !== "ARG" && words.length > 0 && !words[0]?.includes("="))
        ? 1
        : 0;
    case "EXPOSE":
      return text.includes("/") ? 1 : 0;
    case "USER":
      return text.includes(":") ? 1 : 0;
    default:
      return words.length;
  }
}

function flagHelp({ keyword, name, text }: FlagValuePlace): SignatureHelp | null {
  const flag = flagOf(keyword, name);
  if (flag === undefined) return null;
  const documentation = { kind: MarkupKind.Markdown, value: flag.does };
  if (flag.value.kind !== "mount") {
    const value = valueForm(flag);
    const told = [
      flag.default === undefined ? undefined : `Default: \`${flag.default}\`.`,
      flag.trap && `**Trap:** ${flag.trap}`,
    ];
    const parameters = [
      { label: value, documentation: { kind: MarkupKind.Markdown, value: paragraphs(...told) } },
    ];
    return {
      signatures: [{ label: `--${name}=${value}`, documentation, parameters }],
      activeSignature: 0,
      activeParameter: 0,
    };
  }
  const type: MountType = mountTypeEntry(/(?:^|,)type=(\w+)/.exec(text)?.[1] ?? "")?.type ?? "bind";
  const keys = mountKeysOf(type);
  const parts = keys.map((key) => (key.name === "type" ? `type=${type}` : `[,${key.name}=…]`));
  const written = text.slice(text.lastIndexOf(",") + 1).split("=", 1)[0] ?? "";
  const at = keys.findIndex(({ name: key, aliases }) => key === written || aliases.includes(written));
  return {
    signatures: [
      {
        label: `--mount=${parts.join("")}`,
        documentation,
        parameters: keys.map((key, index) => ({
          label: parts[index] ?? key.name,
          documentation: { kind: MarkupKind.Markdown, value: key.does },
        })),
      },
    ],
    activeSignature: 0,
    ...(at >= 0 && { activeParameter: at }),
  };
}
