import type { Rule } from "../lint/rule";

export const invalidBaseImagePlatform: Rule = {
  id: "invalid-base-image-platform",
  aliases: ["InvalidBaseImagePlatform"],
  severity: "error",
  category: "images",
  summary: "The engine has the base image for another platform than FROM asks for.",
  rationale:
    "An image of another platform does not run without emulation. The rule speaks only where the engine has the image and tells its platform.",
  needs: "images",
  examples: [
    { text: "FROM --platform=[|linux/arm64|] alpine:3.22\n", images: ["alpine:3.22 linux/amd64"] },
    {
      text: "FROM --platform=linux/amd64 alpine:3.22\nFROM --platform=$BUILDPLATFORM alpine:3.22\n",
      images: ["alpine:3.22 linux/amd64"],
    },
    { text: "FROM --platform=linux/arm64 alpine:3.22\n" },
  ],

  check({ stages }, report, { outside }) {
    for (const { platform, base } of stages) {
      const wanted = platform?.value;
      if (!base?.reference || !platform?.valueRange || !wanted || wanted.includes("$")) continue;
      const image = outside.images?.find(({ tags }) => tags.includes(base.word.value));
      if (!image?.platform || image.platform.startsWith(wanted) || wanted.startsWith(image.platform))
        continue;
      report({
        range: platform.valueRange,
        message: `The engine has ${base.word.value} for ${image.platform}, not for ${wanted}. Pull it for ${wanted}, or ask for ${image.platform}.`,
      });
    }
  },
};
