import type { ContainerArrangement } from "../views/containerArrangement";

/** The Containers view, as far as commands change how it shows what it shows. */
export interface ContainersView {
  arrangement(): ContainerArrangement;
  arrange(change: Partial<ContainerArrangement>): Promise<void>;
}
