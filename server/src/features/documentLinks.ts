import type { DocumentLinkParams } from "vscode-languageserver";
import type { DocumentLink, Range } from "vscode-languageserver-types";
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
  return [
    ...frontend(dockerfile),
    ...images(dockerfile),
    ...files(dockerfile, file),
    ...addresses(dockerfile),
  ];
}

/** The image that reads the file. */
function frontend({ directives }: Dockerfile): DocumentLink[] {
  const syntax = directives.find(({ name }) => name === "syntax");
  const reference = syntax && referenceOf(syntax.value);
  return syntax && reference ? pageLinks(reference, syntax.valueRange) : [];
}

function pageLinks(reference: Reference, range: Range): DocumentLink[] {
  const page = registryPage(reference);
  return page ? [{ range, target: page.url, tooltip: `Open on ${page.registry}` }] : [];
}

/** Only of registries that are known to have a page for each image. */
function images(dockerfile: Dockerfile): DocumentLink[] {
  return stageUses(dockerfile).flatMap(({ by, stage, isIndex, text, range, within }) => {
    if (stage || isIndex) return [];
    const reference = by === "FROM" ? within?.base?.reference : referenceOf(text);
    return reference ? pageLinks(reference, range) : [];
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
