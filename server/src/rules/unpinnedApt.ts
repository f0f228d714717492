import type { Rule } from "../lint/rule";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedApt: Rule = {
  id: "unpinned-apt",
  aliases: ["DL3008"],
  severity: "warning",
  category: "packages",
  summary: "`apt-get` installs a package without a version.",
  rationale:
    "The build takes what the archive holds on that day, so the same Dockerfile may give another image tomorrow, and a cached layer keeps old packages for as long as its text stays the same. Write `name=version`; a pattern such as `name=1.2.*` lets security updates in.",
  examples: [
    { text: "FROM debian:13\nRUN apt-get update && apt-get install -y [|curl|]\n" },
    { text: "FROM debian:13\nRUN apt-get update && apt-get install -y curl=8.14.*\n" },
    {
      text: "FROM debian:13\nRUN apt-get install -qy -t trixie-backports --no-install-recommends \\\n    # for downloads\n    [|curl|] \\\n    \"git=$GIT\" [|'make'|] ./own.deb jq/trixie\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get -o Acquire::Retries=3 -y install $PACKAGES $(cat list) nginx${SUFFIX}\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get remove -y curl; apt-get install -y telnet- ; echo apt-get install curl\n",
    },
    { text: 'FROM debian:13\nRUN ["apt-get", "install", "-y", "[|curl|]"]\nCMD apt-get install git\n' },
    { text: "FROM debian:13\nRUN <<EOF\nif true; then apt install -y [|php8-cli|]; fi\nEOF\n" },
    { text: "FROM debian:13\nRUN apt-get install -y [|'libgtk*'|] 'libc6=2.*'\n" },
    { text: 'FROM debian:13\nONBUILD RUN bash -c "/usr/bin/apt-get install -y [|php$V-cli|]"\n' },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name } of unpinnedPackages(instruction, shell, "apt", named)) {
      const message = /[*?]/.test(name)
        ? `"${name}" brings whatever packages have such a name that day. Name those that you need, as name=<version>.`
        : `"${name}" has no version, so each build may install another one. Write ${name}=<version>.`;
      report({ range: word.range, message });
    }
  },
};

function named({ action, operands }: PackageCommand): readonly ShellWord[] {
  return action === "install" ? operands : [];
}
