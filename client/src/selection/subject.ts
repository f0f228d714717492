import type { Container } from "../engine/container";
import type { Image } from "../engine/image";

/** What a command is run on: what a row stands for, or a file of the Explorer or an editor. */
export type Subject = ImageSubject | ContainerSubject | FileSubject;

/** One tag of an image, as a row shows it; `reference` is undefined for a dangling image. */
export interface ImageSubject {
  readonly kind: "image";
  readonly image: Image;
  readonly reference: string | undefined;
}

export interface ContainerSubject {
  readonly kind: "container";
  readonly container: Container;
}

export interface FileSubject {
  readonly kind: "file";
  /** The path on disk; undefined where the file lives in a virtual workspace or has never been saved. */
  readonly path: string | undefined;
  readonly uri: string;
  /** The stage to build of a Dockerfile, where not the last one is meant. */
  readonly target?: string;
}

/** One for each tag; for an image that was pulled by digest, one for each of those; else one without a reference. */
export function imageSubjects(image: Image): ImageSubject[] {
  const references = image.tags.length > 0 ? image.tags : image.digests;
  if (references.length === 0) return [{ kind: "image", image, reference: undefined }];
  return references.map((reference) => ({ kind: "image", image, reference }));
}

/** What the engine is to be called with for this image: the tag where there is one, so that only that tag is touched. */
export function nameOfImage({ reference, image }: ImageSubject): string {
  return reference ?? image.id;
}

/** As docker prints ids: twelve digits, without the algorithm. */
export function shortId(id: string): string {
  return id.replace(/^sha256:/, "").slice(0, 12);
}
