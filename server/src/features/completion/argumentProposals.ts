import type { ArgumentPlace, HeredocPlace } from "../place/place";
import { argumentNameProposals } from "./argumentNameProposals";
import type { Asked } from "./asked";
import { commandNameProposals } from "./commandNameProposals";
import { environmentProposals } from "./environmentProposals";
import { healthcheckProposals } from "./healthcheckProposals";
import { heredocProposals } from "./heredocProposals";
import { labelProposals } from "./labelProposals";
import { packageManagerProposals } from "./packageManagerProposals";
import { copyProposals, folderProposals, volumeFolders } from "./pathProposals";
import { portProposals } from "./portProposals";
import type { Proposal } from "./proposal";
import { baseImageProposals } from "./sourceProposals";
import { userProposals } from "./userProposals";
import {
  asProposal,
  execFormProposal,
  shellProposals,
  shellStringProposals,
  signalProposals,
} from "./wordProposals";

/** What may be written in the argument of each instruction. */
export function argumentProposals(place: ArgumentPlace, asked: Asked): Proposal[] | Promise<Proposal[]> {
  const { keyword, words, text, isExec } = place;
  const isFirst = words.length === 0;
  switch (keyword) {
    case "FROM":
      if (isFirst) return baseImageProposals(text, asked);
      return words.length === 1 ? [asProposal] : [];
    case "COPY":
    case "ADD":
      return withHeredocs(place, asked);
    case "RUN":
      return commandProposals(place, asked);
    case "CMD":
    case "ENTRYPOINT":
      return isFirst && !isExec && (text === "" || text === "[") ? [execFormProposal] : [];
    case "HEALTHCHECK":
      return healthcheckProposals(place, asked);
    case "EXPOSE":
      return portProposals(place, asked);
    case "USER":
      return isFirst ? userProposals(text, asked) : [];
    case "WORKDIR":
      return isFirst ? folderProposals(asked) : [];
    case "VOLUME":
      return folderProposals(asked, volumeFolders);
    case "STOPSIGNAL":
      return isFirst ? signalProposals() : [];
    case "SHELL":
      if (isExec) return shellStringProposals(words);
      return isFirst ? shellProposals() : [];
    case "LABEL":
      return labelProposals(place, asked);
    case "ENV":
      return environmentProposals(place, asked);
    case "ARG":
      return argumentNameProposals(place, asked);
    default:
      return [];
  }
}

async function commandProposals(place: ArgumentPlace, asked: Asked): Promise<Proposal[]> {
  const heredocs = place.isExec ? [] : heredocProposals(place);
  return [...heredocs, ...(await scriptProposals(place, asked))];
}

/** What a shell script calls, and what it calls it with. */
export async function scriptProposals(
  place: ArgumentPlace | HeredocPlace,
  asked: Asked,
): Promise<Proposal[]> {
  const ofManager = await packageManagerProposals(place, asked);
  return ofManager.length > 0 ? ofManager : commandNameProposals(place, asked);
}

async function withHeredocs(place: ArgumentPlace, asked: Asked): Promise<Proposal[]> {
  const isText = !place.isExec && !place.instruction.flags.some(({ name }) => name === "from");
  const heredocs = isText ? heredocProposals(place) : [];
  return place.text.startsWith("<") ? heredocs : [...(await copyProposals(place, asked)), ...heredocs];
}
