import { completionFeature } from "./completion/completion";
import { diagnosticsFeature } from "./diagnostics";
import type { Feature } from "./feature";
import { hoverFeature } from "./hover/hover";
import { quickFixesFeature } from "./quickFixes";

/** Everything that the server can do, in the order it is announced. */
export const features: readonly Feature[] = [
  completionFeature,
  hoverFeature,
  diagnosticsFeature,
  quickFixesFeature,
];
