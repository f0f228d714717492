import type { Rule } from "../lint/rule";

export const redundantTargetPlatform: Rule = {
  id: "redundant-target-platform",
  aliases: ["RedundantTargetPlatform", "DL3065"],
  severity: "warning",
  category: "stages",
  summary: "FROM asks for the target platform, which it gets anyhow.",
  rationale: "Without `--platform` a stage is built for `$TARGETPLATFORM`, so the flag says nothing.",
  tags: ["unnecessary"],
  examples: [
    { text: "FROM [|--platform=$TARGETPLATFORM|] alpine:3.22\n", fixed: "FROM alpine:3.22\n" },
    { text: "FROM --platform=$BUILDPLATFORM alpine:3.22\n" },
    { text: 'FROM [|--platform="${TARGETPLATFORM}"|] alpine:3.22 AS a\n', fixed: "FROM alpine:3.22 AS a\n" },
  ],

  checkInstruction({ keyword, flags, argumentRange }, report) {
    const flag = flags.find(({ name }) => name === "platform");
    if (keyword !== "FROM" || !flag || !argumentRange) return;
    if (!/^(["']?)\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})\1$/.test(flag.value ?? "")) return;
    report({
      range: flag.range,
      message: "A stage is built for $TARGETPLATFORM anyhow. Remove the flag.",
      fix: {
        title: "Remove the flag",
        edits: [{ range: { start: flag.range.start, end: argumentRange.start }, newText: "" }],
      },
    });
  },
};
