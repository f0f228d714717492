import type { Rule } from "../lint/rule";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedApk: Rule = {
  id: "unpinned-apk",
  aliases: ["DL3018"],
  severity: "warning",
  category: "packages",
  summary: "`apk` installs a package without a version.",
  rationale:
    "The build takes what Alpine's repositories hold on that day, so the same Dockerfile may give another image tomorrow. Write `name=version`, or `name~version` for the newest that begins so: old versions are removed from the repositories.",
  examples: [
    { text: "FROM alpine:3.22\nRUN apk add --no-cache [|curl|]\n" },
    { text: 'FROM alpine:3.22\nRUN apk add --no-cache curl~8 "git=~2.49" "jq>1.7" make@edge=4\n' },
    {
      text: "FROM alpine:3.22\nRUN apk --no-cache add -t .build [|gcc|] [|make|] \\\n  && apk add --virtual=.more --repository http://example.com/edge [|jq@edge|]\n",
    },
    {
      text: "FROM alpine:3.22\nRUN apk add $PACKAGES ./own.apk !busybox .build && apk del curl && apk info git\n",
    },
    { text: 'FROM alpine:3.22\nRUN ["apk", "add", "[|curl|]"]\nONBUILD RUN sudo apk add [|"git"|]\n' },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name, hint } of unpinnedPackages(instruction, shell, "apk", named)) {
      const plain = name.split("@", 1)[0];
      report({
        range: word.range,
        message: `"${name}" has no version, so each build may install another one. Write ${plain}=<version>.${hint}`,
      });
    }
  },
};

function named({ action, operands }: PackageCommand): readonly ShellWord[] {
  return action === "add" ? operands : [];
}
