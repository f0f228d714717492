import type { Range } from "vscode-languageserver-types";
import { isReference, parseReference } from "../../model/reference";
import { stageUses } from "../../model/stageUses";
import { contains } from "../contains";
import { localImageOf } from "../localImageOf";
import { referenceProse } from "../prose/referenceProse";
import { soon } from "../soon";
import type { Found, Pointed } from "./found";

/** An image that FROM, `--from=` or a mount names: what the engine knows of it, and what its name alone tells. */
export async function hoverImage(pointed: Pointed): Promise<Found | undefined> {
  const { dockerfile, position, file } = pointed;
  const place = imageAt(pointed);
  if (place === undefined) return undefined;
  const { range, text } = place;
  if (text === "scratch")
    return { range, value: "**scratch** – Nothing at all: for a program that needs no other file." };
  const reference = parseReference(text);
  if (!isReference(reference)) return { range, value: undefined };
  const digest = digestRange(pointed);
  const local = localImageOf(file.outside.images, reference);
  const details =
    local && file.ports.imageDetails ? await soon(file.ports.imageDetails(text), DETAILS_MS) : undefined;
  const onDigest = digest !== undefined && contains(digest, position);
  return {
    range: onDigest ? digest : range,
    value: referenceProse(reference, {
      local,
      details,
      today: file.outside.today,
      isEngineKnown: file.outside.images !== undefined,
    }),
  };
  function digestRange({ instruction }: Pointed): Range | undefined {
    return instruction.keyword === "FROM"
      ? dockerfile.stageAt(position.line)?.base?.written.digestRange
      : undefined;
  }
}

/** A pop-up may come a little later than a keystroke's answer. */
const DETAILS_MS = 400;

function imageAt({ dockerfile, position, instruction }: Pointed): { range: Range; text: string } | undefined {
  if (instruction.keyword === "FROM") {
    const base = dockerfile.stageAt(position.line)?.base;
    if (!base || base.stage || !contains(base.range, position)) return undefined;
    return { range: base.range, text: base.expanded ?? "" };
  }
  const use = stageUses(dockerfile).find(({ range, stage }) => !stage && contains(range, position));
  return use && !use.isIndex ? { range: use.range, text: use.text } : undefined;
}
