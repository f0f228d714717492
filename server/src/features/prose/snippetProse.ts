import type { Snippet } from "../../grammar/instruction";
import { codeBlock, paragraphs } from "./markdown";

/** What a snippet is for, and how it looks with what stands in its gaps. */
export function snippetProse({ does, body }: Snippet): string {
  const preview = body
    .replace(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, "$1")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\\([\\$}])/g, "$1");
  return paragraphs(does, codeBlock(preview));
}
