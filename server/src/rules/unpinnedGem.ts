import type { Rule } from "../lint/rule";
import { findOption } from "../model/commandLine";
import type { PackageCommand } from "../model/packageCommands";
import type { ShellWord } from "../model/shell";
import { unpinnedPackages } from "../model/unpinnedPackages";

export const unpinnedGem: Rule = {
  id: "unpinned-gem",
  aliases: ["DL3028"],
  severity: "warning",
  category: "packages",
  summary: "`gem` installs a package without a version.",
  rationale:
    "The build takes the newest release of that day, so the same Dockerfile may give another image tomorrow. Write `name:version`, or `-v version` where there is only one, or keep a Gemfile.lock and run `bundle install`.",
  examples: [
    { text: "FROM ruby:3.4\nRUN gem install [|bundler|]\n" },
    { text: "FROM ruby:3.4\nRUN gem install bundler:2.6.8\n" },
    {
      text: "FROM ruby:3.4\nRUN gem install rake -v 13.2.1 && gem install --version='~> 1' a && gem i -N -v \"$V\" b\n",
    },
    { text: "FROM ruby:3.4\nRUN gem install --no-document [|rails|] [|'pg'|] puma:6.6.0 own.gem $MORE\n" },
    {
      text: "FROM ruby:3.4\nRUN gem install [|nokogiri|] -- --use-system-libraries && gem install -g Gemfile\n",
    },
    { text: 'FROM ruby:3.4\nRUN ["gem", "i", "[|rails|]"]\nRUN gem update --system && bundle install\n' },
  ],

  checkInstruction(instruction, report, { shell }) {
    for (const { word, name } of unpinnedPackages(instruction, shell, "gem", named)) {
      report({
        range: word.range,
        message: `"${name}" has no version, so each build may install another one. Write ${name}:<version>.`,
      });
    }
  },
};

function named(call: PackageCommand): readonly ShellWord[] {
  const isInstall = call.action === "install" || call.action === "i";
  if (!isInstall || findOption(call, "-v", "--version", "-g", "--file")) return [];
  // What stands behind `--` is for the compilation.
  const end = call.command.words.find(({ value }) => value === "--")?.start ?? Number.POSITIVE_INFINITY;
  return call.operands.filter(({ start }) => start < end);
}
