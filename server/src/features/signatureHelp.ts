import {
  MarkupKind,
  type SignatureHelp,
  type SignatureHelpParams,
  type SignatureInformation,
} from "vscode-languageserver";
import type { Position } from "vscode-languageserver-types";
import { flagOf } from "../grammar/flags";
import type { Signature } from "../grammar/instruction";
import { instructionEntry } from "../grammar/instructions";
import { mountKeysOf } from "../grammar/mountKeys";
import { type MountType, mountTypeEntry } from "../grammar/mounts";
import type { Dockerfile } from "../model/dockerfile";
import type { Feature } from "./feature";
import { type ArgumentPlace, type FlagValuePlace, placesAt } from "./place/place";

export const signatureHelpFeature: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: [" ", "=", ","], retriggerCharacters: ["-"] } },
  connect: (connection, serve) =>
    void connection.onSignatureHelp(
      serve((dockerfile, { position }: SignatureHelpParams) => signatureHelp(dockerfile, position)),
    ),
};

/** How the instruction or flag at the cursor is written, and which part of it is being written. */
export function signatureHelp(dockerfile: Dockerfile, position: Position): SignatureHelp | null {
  for (const place of placesAt(dockerfile, position)) {
    if (place.kind === "flagValue") return flagHelp(place);
    if (place.kind === "flag")
      return instructionHelp(place.keyword, 0, (signature) => flagsParameter(signature));
    if (place.kind === "argument") {
      const active = activeSignature(place);
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

/** The way of writing that was chosen already: exec form, heredoc, `NONE`, or the plain one. */
function activeSignature({ keyword, isExec, text, words }: ArgumentPlace): number {
  const signatures = instructionEntry(keyword)?.signatures ?? [];
  const first = words[0] ?? text;
  const sign =
    isExec || first.startsWith("[")
      ? '["'
      : first.startsWith("<<")
        ? "<<"
        : first === "NONE"
          ? "NONE"
          : undefined;
  return Math.max(0, sign === undefined ? 0 : signatures.findIndex(({ label }) => label.includes(sign)));
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

function activeParameter({ keyword, words, text }: ArgumentPlace, signature: Signature): number {
  const { parameters } = signature;
  const before = parameters.filter(({ label }) => isFlags(label)).length;
  if (keyword === "FROM") {
    const part =
      words.length > 0
        ? "[AS name]"
        : text.includes("@")
          ? "[@digest]"
          : text.includes(":")
            ? "[:tag]"
            : "image";
    const at = parameters.findIndex(({ label }) => label === part);
    return at < 0 ? before : at;
  }
  // The last word of COPY and ADD is the destination; while it may still become a source, it counts as one.
  return Math.min(before + words.length, parameters.length - 1);
}

function flagHelp({ keyword, name, text }: FlagValuePlace): SignatureHelp | null {
  const flag = flagOf(keyword, name);
  if (flag === undefined) return null;
  const documentation = { kind: MarkupKind.Markdown, value: flag.does };
  if (flag.value.kind !== "mount") {
    const label = `--${name}=${flag.default ?? flag.value.kind}`;
    return { signatures: [{ label, documentation, parameters: [] }], activeSignature: 0 };
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
