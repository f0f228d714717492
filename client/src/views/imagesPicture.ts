import type { Image, ImageDetails, ImageFacts, ImagesUsage } from "../engine/image";
import type { ImageArrangement } from "./imageArrangement";

/** All that the Images view and the table are drawn from, at one moment. What is undefined is not known yet. */
export interface ImagesPicture {
  readonly images: readonly Image[];
  readonly arrangement: ImageArrangement;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly usage: ImagesUsage | undefined;
  /** The engine's own, for example `linux/amd64`. */
  readonly hostPlatform: string | undefined;
  facts(id: string): ImageFacts | undefined;
  /** Asks the engine, for what is shown only on request. */
  inspect(reference: string): Promise<ImageDetails>;
}
