import type { ImageArrangement } from "../views/imageArrangement";

/** The Images view, as far as commands change how it shows what it shows. */
export interface ImagesView {
  arrangement(): ImageArrangement;
  arrange(change: Partial<ImageArrangement>): Promise<void>;
  /** Opens the table, or brings it to the front. */
  showTable(): void;
}
