import { architectureAliases, isPlatform } from "../grammar/platforms";
import type { Rule } from "../lint/rule";
import { flagText } from "../model/flagText";

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
    {
      text: "FROM --platform=linux/x86_64 alpine:3.22 AS build-amd64\nFROM [|--platform=linux/arm/v7|] alpine:3.22 AS build-v7\nFROM --platform=all alpine:3.22\n",
    },
  ],

  check({ stages }, report) {
    for (const { platform, name, from } of stages) {
      const value = platform && flagText(from.line, platform)?.text;
      // What is no platform at all has a rule of its own.
      if (!value || value.includes("$") || !isPlatform(value) || tellsPlatform(name, value)) continue;
      report({
        range: platform.range,
        message: `This stage can only be built for ${value}. Remove the flag and build with "docker build --platform ${value}" instead.`,
      });
    }
  },
};

/** BuildKit is content with a name that holds the operating system or the architecture, as containerd spells them. */
function tellsPlatform(name: string | undefined, platform: string): boolean {
  const [system = "", architecture] = platform.toLowerCase().split("/");
  // With one word alone, the other is that of the builder: Linux, most often.
  const words = architecture === undefined ? ["linux", system] : [system, architecture];
  return words.some((word) => name?.toLowerCase().includes(architectureAliases[word] ?? word));
}
