import { isArchiveName } from "../grammar/archives";
import { keywordLike } from "../lint/lineEdits";
import type { Rule } from "../lint/rule";
import { copyOf } from "../model/copyOf";
import { resolveText } from "../model/resolveText";
import { picked } from "../model/sections";
import { withTriggers } from "../model/withTriggers";

export const addInsteadOfCopy: Rule = {
  id: "add-instead-of-copy",
  aliases: ["DL3020"],
  severity: "warning",
  category: "instructions",
  summary: "ADD is used for plain files and folders, for which COPY is enough.",
  rationale:
    "ADD also downloads, clones and unpacks. Where none of that is wanted, COPY says so, and a file that happens to be an archive is not unpacked by surprise.",
  examples: [
    { text: "FROM node:24\n[|ADD|] src /app/src\n", fixed: "FROM node:24\nCOPY src /app/src\n" },
    {
      text: "FROM node:24\nADD app.tar.gz /app/\nADD https://example.com/a.txt /a.txt\nADD git@github.com:me/app.git /app\n",
    },
    {
      text: 'FROM node:24\nONBUILD [|add|] --chown=1000 ["a b", "c.zip", "/app/"]\n',
      fixed: 'FROM node:24\nONBUILD copy --chown=1000 ["a b", "c.zip", "/app/"]\n',
    },
    {
      text: "FROM node:24\nADD $SOURCE /app/\nADD files*.tar* /app/\nADD rootfs.* /\nADD a b.tgz /app/\nADD rootfs.xz /\nADD --unpack=true a /b\n",
    },
    {
      text: "FROM node:24\n[|ADD|] <<EOF /a.txt\nhello\nEOF\n",
      fixed: "FROM node:24\nCOPY <<EOF /a.txt\nhello\nEOF\n",
    },
  ],

  check(dockerfile, report) {
    for (const instruction of adding(dockerfile)) {
      if (instruction.flags.some(({ name }) => ownFlags.has(name))) continue;
      const sources = copyOf(instruction)?.sources ?? [];
      const isPlain = sources.every(({ kind, text }) => {
        if (kind !== "path") return kind === "heredoc";
        const path = resolveText(dockerfile, text, instruction);
        return path !== undefined && !mayBeArchive(path) && !path.includes("://");
      });
      if (sources.length === 0 || !isPlain) continue;
      const keyword = keywordLike("COPY", instruction, dockerfile);
      report({
        range: instruction.keywordRange,
        message: "Nothing is downloaded or unpacked here, so COPY is enough.",
        fix: {
          title: `Change to ${keyword}`,
          edits: [{ range: instruction.keywordRange, newText: keyword }],
        },
      });
    }
  },
};

const ownFlags = new Set(["checksum", "keep-git-dir", "unpack"]);

/** A pattern that leaves the suffix open may fit an archive, and what is compressed may be a tar without saying so. */
function mayBeArchive(path: string): boolean {
  return (
    isArchiveName(path) ||
    /\.(?:gz|bz2|xz|zst)$/i.test(path) ||
    (/[*?[]/.test(path) && !/\.[A-Za-z]\w*$/.test(path)) ||
    /\.(?:tar|t)[\w.]*[*?]/.test(path)
  );
}

const adding = picked(({ keyword }) => keyword === "ADD", withTriggers);
