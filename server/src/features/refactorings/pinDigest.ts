import { shortRepository } from "../../grammar/endOfLife";
import type { LocalImage } from "../../lint/outside";
import { repositoryOf } from "../baseOf";
import { localImageOf } from "../localImageOf";
import type { Refactoring } from "./refactoring";

/** Pins the base image to the digest of the one that the engine has, so that each build takes the same. */
export const pinDigest: Refactoring = {
  kind: "refactor.rewrite",
  offers({ dockerfile, instruction, selected, outside }) {
    const { base, from } = dockerfile.stageAt(instruction.firstLine) ?? {};
    if (selected.length > 1 || from !== instruction || !base?.reference) return [];
    const { reference, word } = base;
    // What a variable stands for may change with each build, and a digest would stand against it.
    if (reference.digest !== undefined || word.text.includes("$")) return [];
    const digest = digestIn(
      shortRepository(repositoryOf(reference)),
      localImageOf(outside.images, reference),
    );
    if (digest === undefined) return [];
    const { end } = word.range;
    // Without a tag it is `latest` that the engine was asked for; written out, a reader sees what is pinned.
    const tag = reference.tag === undefined ? ":latest" : "";
    return [
      {
        title: `Pin to the digest that the engine has (${digest.slice(0, 19)}…)`,
        edits: [{ range: { start: end, end }, newText: `${tag}@${digest}` }],
      },
    ];
  },
};

/** The image may stand in other repositories under other digests; two in this one leave open which is meant. */
function digestIn(repository: string, image: LocalImage | undefined): string | undefined {
  const [only, ...others] = (image?.digests ?? []).flatMap((written) => {
    const [name, digest] = shortRepository(written).split("@");
    return name === repository && digest !== undefined && /^sha256:[0-9a-f]{64}$/.test(digest)
      ? [digest]
      : [];
  });
  return others.length === 0 ? only : undefined;
}
