import { CompletionItemKind } from "vscode-languageserver-types";
import { exposedPorts } from "../../model/exposedPorts";
import type { ArgumentPlace } from "../place/place";
import type { Asked } from "./asked";
import type { Proposal } from "./proposal";
import { execFormProposal } from "./wordProposals";

/** `CMD` or `NONE`, and behind `CMD` the ways to ask whether a program still answers. */
export function healthcheckProposals(
  { words, isExec, text, instruction }: ArgumentPlace,
  asked: Asked,
): Proposal[] {
  if (isExec) return [];
  // With a flag there must be a command: NONE takes none.
  if (words.length === 0) return instruction.flags.length > 0 ? [cmd] : [cmd, none];
  if (words.length > 1 || words[0]?.toUpperCase() !== "CMD" || !/^\[?\w*$/.test(text)) return [];
  return text.startsWith("[") ? [execFormProposal] : [...requests(portOf(asked)), execFormProposal];
}

const cmd: Proposal = {
  label: "CMD",
  kind: CompletionItemKind.Keyword,
  text: "CMD ",
  filter: "CMD",
  detail: "The command that tells whether the container works.",
  continues: true,
};

const none: Proposal = {
  label: "NONE",
  kind: CompletionItemKind.Keyword,
  detail: "Takes away the check that the base image has.",
};

function requests(port: number): Proposal[] {
  return [
    {
      label: "curl",
      kind: CompletionItemKind.Snippet,
      snippet: `curl -fsS http://localhost:\${1:${port}}/\${2} || exit 1`,
      filter: "curl",
      detail: "Asks a web server, where the image has curl.",
    },
    {
      label: "wget",
      kind: CompletionItemKind.Snippet,
      snippet: `wget -q --spider http://localhost:\${1:${port}}/\${2} || exit 1`,
      filter: "wget",
      detail: "Asks a web server, on Alpine and BusyBox images.",
    },
  ];
}

/** The first port that the stage exposes, above or below. */
function portOf({ dockerfile, position }: Asked): number {
  const exposed = dockerfile.stageAt(position.line)?.instructions.flatMap(exposedPorts) ?? [];
  return exposed.find(({ first }) => first !== undefined)?.first ?? 8080;
}
