import type { Rule } from "../lint/rule";
import { runCommands } from "../model/runCommands";

export const sudo: Rule = {
  id: "sudo",
  aliases: ["DL3004"],
  severity: "error",
  category: "security",
  summary: "RUN uses sudo.",
  rationale:
    "A build runs as root unless USER says otherwise, so sudo is not needed; most images do not even have it, and then the build fails. To change to another user, write USER, or a program made for containers such as gosu or setpriv.",
  examples: [
    { text: "FROM debian:13\nRUN [|sudo|] apt-get update\n" },
    { text: "FROM debian:13\nUSER root\nRUN apt-get update && apt-get install -y sudo=1.9.*\n" },
    { text: "FROM debian:13\nRUN cd /app && [|/usr/bin/sudo|] -u bob -- make\n" },
    { text: 'FROM debian:13\nRUN ["[|sudo|]", "make"]\nONBUILD RUN sh -c "a; [|sudo|] b"\n' },
    { text: "FROM debian:13\nRUN env A=1 [|sudo|] -E make \\\n  | [|sudo|] tee /etc/a\n" },
    { text: "FROM debian:13\nRUN command -v sudo || echo sudo\n" },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { name, nameRange, wrappers, words } of runCommands(instruction, shell)) {
      const wrapper = wrappers.find((found) => found.name === "sudo");
      if (wrapper === undefined && name !== "sudo") continue;
      const asOther = wrapper ?? words.some(({ value }) => /^-(u|-user)/.test(value ?? ""));
      report({
        range: wrapper?.range ?? nameRange,
        message: asOther
          ? "sudo is not meant for builds, and most images lack it. Write USER on the line before, and this command without sudo."
          : "sudo is not meant for builds, and most images lack it. Write USER on the line before.",
      });
    }
  },
};
