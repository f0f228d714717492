import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { registryPage } from "../grammar/registryPages";
import type { Dockerfile } from "../model/dockerfile";
import { isReference, parseReference, type Reference } from "../model/reference";
import { stageUses } from "../model/stageUses";
import { copiedFiles } from "./copiedFiles";
import type { DockerfileContext, Feature } from "./feature";

export const documentLinksFeature: Feature = {
  capabilities: { documentLinkProvider: {} },
  connect: (connection, serve) =>
    void connection.onDocumentLinks(
      serve((dockerfile, _: DocumentLinkParams, file) => documentLinks(dockerfile, file)),
    ),
};

/** Pages of images, files that are copied, and addresses. */
export function documentLinks(dockerfile: Dockerfile, file: DockerfileContext): DocumentLink[] {
  return [...images(dockerfile), ...files(dockerfile, file), ...addresses(dockerfile)];
}

/** Only of registries that are known to have a page for each image. */
function images(dockerfile: Dockerfile): DocumentLink[] {
  return stageUses(dockerfile).flatMap(({ by, stage, isIndex, text, range, within }) => {
    if (stage || isIndex) return [];
    const reference = by === "FROM" ? within?.base?.reference : referenceOf(text);
    const page = reference && registryPage(reference);
    return page ? [{ range, target: page.url, tooltip: `Open on ${page.registry}` }] : [];
  });
}

function referenceOf(text: string): Reference | undefined {
  const reference = parseReference(text);
  return isReference(reference) ? reference : undefined;
}

function files(dockerfile: Dockerfile, file: DockerfileContext): DocumentLink[] {
  return dockerfile.instructions.flatMap((instruction) =>
    copiedFiles(instruction, file).map(({ uri, path, range }) => ({
      range,
      target: uri,
      tooltip: `Open ${path}`,
    })),
  );
}

/** What ends a sentence around an address is no part of it, nor is what a variable puts in. */
const ADDRESS = /\bhttps?:\/\/[^\s"'`<>()[\]{}$\\|;]+/g;

function addresses(dockerfile: Dockerfile): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const match of dockerfile.text.matchAll(ADDRESS)) {
    const target = match[0].replace(/[.,:!?]+$/, "");
    const isCut = "${".includes(dockerfile.text[match.index + match[0].length] ?? " ");
    if (isCut || !URL.canParse(target)) continue;
    links.push({
      range: {
        start: dockerfile.positionAt(match.index),
        end: dockerfile.positionAt(match.index + target.length),
      },
      target,
    });
  }
  return links;
}
