import { CompletionItemKind } from "vscode-languageserver-types";
import { syntaxFeatures } from "../../grammar/syntaxVersions";
import type { ArgumentPlace } from "../place/place";
import type { Proposal } from "./proposal";

const { does, since } = syntaxFeatures.heredoc;
const shared = {
  kind: CompletionItemKind.Snippet,
  description: `syntax ${since}`,
  detail: does,
  filter: "<<EOF",
};

/** A heredoc to fill in, where the first word of RUN, COPY or ADD may be one. */
export function heredocProposals({ keyword, words, text }: ArgumentPlace): Proposal[] {
  if (words.length > 0 || !/^<{0,2}-?\w*$/.test(text) || (text !== "" && !text.startsWith("<"))) return [];
  if (keyword === "RUN") {
    return [
      { ...shared, label: "<<EOF", snippet: "<<EOF\nset -e\n${1:command}\nEOF", documentation: SHELL },
      {
        ...shared,
        label: "<<EOF with another program",
        snippet: '<<EOF\n#!/usr/bin/env ${1:python3}\n${2:print("hello")}\nEOF',
        documentation: "The first line names the program that reads the rest.",
      },
    ];
  }
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  return [
    { ...shared, label: "<<EOF", snippet: "<<EOF ${1:/etc/app.conf}\n${2:text}\nEOF", documentation: FILE },
    {
      ...shared,
      label: '<<"EOF" without variables',
      snippet: '<<"EOF" ${1:/etc/app.conf}\n${2:text}\nEOF',
      documentation: "As it stands: the builder replaces no variable in it.",
    },
  ];
}

const SHELL = "A script of several lines. `set -e` makes it stop at the first failure.";
const FILE = "A file with the text between the words. The builder replaces variables in it.";
