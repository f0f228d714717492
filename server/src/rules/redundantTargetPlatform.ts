import type { Rule } from "../lint/rule";
import { flagText } from "../model/flagText";

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
    {
      text: "FROM --platform=$BUILDPLATFORM alpine:3.22\nFROM --platform=${TARGETPLATFORM:+linux/amd64} alpine:3.22\n",
    },
    {
      text: "FROM [|--platform=${TARGETPLATFORM:-linux/amd64}|] alpine:3.22\n",
      fixed: "FROM alpine:3.22\n",
    },
    { text: 'FROM [|--platform="${TARGETPLATFORM}"|] alpine:3.22 AS a\n', fixed: "FROM alpine:3.22 AS a\n" },
  ],

  checkInstruction({ keyword, flags, argumentRange, line }, report) {
    const flag = flags.find(({ name }) => name === "platform");
    if (keyword !== "FROM" || !flag || !argumentRange) return;
    const text = flagText(line, flag)?.text ?? "";
    // Whatever the form falls back to: the builder always sets this one.
    if (!/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM(?::?[-?][^}]*)?\})$/.test(text)) return;
    report({
      range: flag.range,
      // hadolint knows the plain forms alone.
      aliases: /[-?]/.test(text) ? ["RedundantTargetPlatform"] : redundantTargetPlatform.aliases,
      message: "A stage is built for $TARGETPLATFORM anyway. Remove the flag.",
      fix: {
        title: "Remove the flag",
        edits: [{ range: { start: flag.range.start, end: argumentRange.start }, newText: "" }],
      },
    });
  },
};
