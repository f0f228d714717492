import type { Rule } from "../lint/rule";

export const fromPlatformFlagConstDisallowed: Rule = {
  id: "from-platform-flag-const-disallowed",
  aliases: ["FromPlatformFlagConstDisallowed", "DL3029"],
  severity: "warning",
  category: "stages",
  summary: "FROM fixes one platform, so the image cannot be built for another.",
  rationale:
    "Say at build time what to build for: `docker build --platform`. In the file, `$BUILDPLATFORM` runs a stage on the machine that builds. Where a stage is meant for one platform alone, say so in its name, as in `build-arm64`.",
  examples: [
    { text: "FROM [|--platform=linux/amd64|] alpine:3.22\n" },
    {
      text: "FROM --platform=$BUILDPLATFORM alpine:3.22\nFROM --platform=linux/arm64 alpine:3.22 AS build-arm64\n",
    },
    { text: "FROM [|--platform=linux/amd64|] alpine:3.22 AS build\n" },
  ],

  check({ stages }, report) {
    for (const { platform, name } of stages) {
      const value = platform?.value?.replace(/^(["'])(.*)\1$/, "$2");
      if (!platform || !value || value.includes("$")) continue;
      // BuildKit is content with a name that holds the operating system or the architecture.
      const words = value.toLowerCase().split("/");
      if (words.some((word) => name?.toLowerCase().includes(word))) continue;
      report({
        range: platform.range,
        message: `This stage can only be built for ${value}. Remove the flag and build with "docker build --platform ${value}" instead.`,
      });
    }
  },
};
