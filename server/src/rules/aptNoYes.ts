import type { Rule } from "../lint/rule";
import { type Questions, reportUnanswered } from "../lint/unansweredProblems";
import type { PackageCommand } from "../model/packageCommands";

export const aptNoYes: Rule = {
  id: "apt-no-yes",
  aliases: ["DL3014"],
  severity: "warning",
  category: "packages",
  summary: "`apt-get` would ask whether to go on, and nobody is there to answer.",
  rationale:
    "A build has no keyboard: apt-get takes the silence for a no and stops the build. `-y` says yes.",
  examples: [
    {
      text: "FROM debian:13\nRUN apt-get update && [|apt-get install|] curl\n",
      fixed: "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n",
    },
    { text: "FROM debian:13\nRUN apt-get update && apt-get install -y curl\n" },
    {
      text: "FROM debian:13\nRUN apt-get -y install a && apt-get install b --yes && apt-get --assume-yes install c\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get install -qqy a && apt-get -qq install b && apt-get -q=2 install c && apt-get -q install -q d\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get -o APT::Get::Assume-Yes=true install a && yes | apt-get install b && apt-get install $OPTS c\n",
    },
    {
      text: "FROM debian:13\nRUN yes | (apt-get update && apt-get install a) && yes | sh -c 'apt-get install b' && { apt-get install c; } < answers\nRUN cat list | while read -r p; do [|apt-get install|] $p; done\nRUN bash <<E\n[|apt-get install|] d\nE\n",
      fixed:
        "FROM debian:13\nRUN yes | (apt-get update && apt-get install a) && yes | sh -c 'apt-get install b' && { apt-get install c; } < answers\nRUN cat list | while read -r p; do apt-get install -y $p; done\nRUN bash <<E\napt-get install -y d\nE\n",
    },
    {
      text: "FROM debian:13 AS base\nRUN [|apt-get install|] a\nRUN echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/90yes && apt-get install a\nFROM base\nRUN apt-get install b\n",
      fixed:
        "FROM debian:13 AS base\nRUN apt-get install -y a\nRUN echo 'APT::Get::Assume-Yes \"true\";' > /etc/apt/apt.conf.d/90yes && apt-get install a\nFROM base\nRUN apt-get install b\n",
    },
    {
      text: 'FROM debian:13\nCOPY apt.conf /etc/apt/apt.conf.d/90\nRUN apt-get install a\nFROM debian:13\nCOPY <<E /etc/apt/apt.conf.d/90\nAPT::Get::Assume-Yes "true";\nE\nRUN apt-get install b\n',
    },
    {
      text: 'FROM debian:13\nRUN ["[|apt-get", "-q", "install|]", "curl"]\n',
      fixed: 'FROM debian:13\nRUN ["apt-get", "-q", "install", "-y", "curl"]\n',
    },
    {
      text: "FROM debian:13\nRUN <<EOF\n[|apt-get dist-upgrade|]\nbash -c '[|apt install|] \\\n  curl'\nEOF\nRUN apt-get clean\n",
      fixed:
        "FROM debian:13\nRUN <<EOF\napt-get dist-upgrade -y\nbash -c 'apt install -y \\\n  curl'\nEOF\nRUN apt-get clean\n",
    },
    {
      text: "FROM debian:13\nRUN apt-get install --dry-run curl && apt-get install < answers\nCMD apt-get install curl\n",
    },
  ],

  check(dockerfile, report) {
    reportUnanswered(dockerfile, report, questions, SETTING);
  },
};

const questions: Questions = { manager: "apt", asks, knownToPeer: (action) => action === "install" };

const actions = new Set([
  ...["install", "reinstall", "upgrade", "dist-upgrade", "full-upgrade", "build-dep"],
  ...["remove", "purge", "autoremove", "autopurge"],
]);

function asks({ action = "", options }: PackageCommand): boolean {
  // Quiet to the second degree means yes: https://manpages.debian.org/stable/apt/apt-get.8.en.html#OPTIONS
  const quiet = options.filter(({ name }) => name === "-q" || name === "--quiet").length;
  const isAnswered = options.some(
    ({ name, value, word }) =>
      ANSWERS.has(name) || /^(-q|--quiet)=2$/.test(word.text) || value?.includes("Assume-Yes"),
  );
  return actions.has(action) && quiet < 2 && !isAnswered;
}

/** `APT::Get::Assume-Yes "true";` */
const SETTING = { file: /apt\.conf/, setting: /Assume-Yes\W+(?:true|yes|on|with|enable|[1-9])/ };

const ANSWERS = new Set([
  ...["-y", "--yes", "--assume-yes", "--force-yes", "--assume-no"],
  ...["-s", "--simulate", "--just-print", "--dry-run", "--recon", "--no-act", "--print-uris"],
]);
