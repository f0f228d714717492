import type { SettingSchema } from "./settingSchema";

/** The settings that the client reads. Those of the linter come from the server's own values. */
export const clientSettings = {
  "drydock.registry": {
    type: "string",
    default: "",
    scope: "resource",
    restricted: true,
    markdownDescription:
      "The registry that names proposed for new images begin with, for example `ghcr.io` or `localhost:5000`. Empty means Docker Hub.",
  },
  "drydock.logs.lines": {
    type: "integer",
    default: 1000,
    minimum: 1,
    maximum: 100_000,
    scope: "window",
    markdownDescription: "How many lines from the end of a container's log are shown at first.",
  },
  "drydock.containers.liveUsage": {
    type: "boolean",
    default: true,
    scope: "window",
    markdownDescription:
      "Whether the rows of running containers show what they take of CPU and memory, while the view is seen. At most the first 20 are followed.",
  },
} as const satisfies Readonly<Record<string, SettingSchema>>;
