import type { ArgumentPlace } from "../place/place";
import { argumentNameProposals } from "./argumentNameProposals";
import type { Asked } from "./asked";
import { heredocProposals } from "./heredocProposals";
import { labelProposals } from "./labelProposals";
import { packageManagerProposals } from "./packageManagerProposals";
import { copyProposals, folderProposals } from "./pathProposals";
import { portProposals } from "./portProposals";
import type { Proposal } from "./proposal";
import { baseImageProposals } from "./sourceProposals";
import { userProposals } from "./userProposals";
import {
  asProposal,
  execFormProposal,
  healthcheckProposals,
  shellProposals,
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
      return isExec ? [] : [...heredocProposals(place), ...packageManagerProposals(place, asked)];
    case "CMD":
    case "ENTRYPOINT":
      return isFirst && !isExec && (text === "" || text === "[") ? [execFormProposal] : [];
    case "HEALTHCHECK":
      return isFirst ? [...healthcheckProposals] : [];
    case "EXPOSE":
      return portProposals(place, asked);
    case "USER":
      return isFirst ? userProposals(text, asked) : [];
    case "WORKDIR":
    case "VOLUME":
      return isFirst || keyword === "VOLUME" ? folderProposals(asked) : [];
    case "STOPSIGNAL":
      return isFirst ? signalProposals() : [];
    case "SHELL":
      return isFirst && !isExec ? shellProposals() : [];
    case "LABEL":
      return labelProposals(place, asked);
    case "ARG":
      return argumentNameProposals(place, asked);
    default:
      return [];
  }
}

async function withHeredocs(place: ArgumentPlace, asked: Asked): Promise<Proposal[]> {
  if (place.text.startsWith("<")) return heredocProposals(place);
  return [...(await copyProposals(place, asked)), ...(place.isExec ? [] : heredocProposals(place))];
}
