import { CompletionItemKind } from "vscode-languageserver-types";
import { commonModes } from "../../grammar/fileModes";
import { flagOf } from "../../grammar/flags";
import { platforms, platformVariables } from "../../grammar/platforms";
import type { FlagValuePlace } from "../place/place";
import type { Asked } from "./asked";
import { mountProposals } from "./mountProposals";
import { contextPathProposals, hasNoBlank } from "./pathProposals";
import type { Proposal } from "./proposal";
import { sourceProposals } from "./sourceProposals";
import { userProposals } from "./userProposals";

/** What may stand behind the equals sign of a flag. */
export async function flagValueProposals(place: FlagValuePlace, asked: Asked): Promise<Proposal[]> {
  const flag = flagOf(place.keyword, place.name);
  switch (flag?.value.kind) {
    case "boolean":
      return [simple("true"), simple("false")];
    case "duration":
      return ["5s", "10s", "30s", "1m", "5m"].map((text) => simple(text));
    case "count":
      return ["1", "3", "5"].map((text) => simple(text));
    case "choice":
      return flag.value.choices.map(({ value, does }) => simple(value, does));
    case "fileMode":
      return commonModes.map(({ mode, does }) => simple(mode, does));
    case "owner":
      return userProposals(place.text, asked);
    case "platform":
      return [...platformVariables, ...platforms].map(({ value, does }) => simple(value, does));
    case "source":
      return sourceProposals(place.text, asked);
    case "mount":
      return mountProposals(place, asked);
    case "checksum":
      return [simple("sha256:", "The digest of the file, in 64 hexadecimal digits.")];
    case "pathPattern":
      return (await contextPathProposals(place.text, 0, asked)).filter(hasNoBlank);
    case "device":
      return [simple("nvidia.com/gpu=all", "Every GPU of NVIDIA that the builder has.")];
    default:
      return [];
  }
}

function simple(label: string, detail?: string): Proposal {
  return { label, kind: CompletionItemKind.Value, detail };
}
