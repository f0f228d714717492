import { type IgnoreFile, isIgnored, readIgnoreFile } from "../ignoreFile/ignoreFile";
import { contextSources } from "../lint/contextSources";
import type { BuildContextFiles } from "../lint/outside";
import type { Rule } from "../lint/rule";

export const copyIgnoredFile: Rule = {
  id: "copy-ignored-file",
  aliases: ["CopyIgnoredFile"],
  severity: "warning",
  category: "instructions",
  needs: "build context",
  summary: "COPY or ADD takes a file that the ignore file leaves out.",
  rationale:
    "What a pattern of `.dockerignore` matches is not sent to the builder, so the build stops here, or goes on without it. A Dockerfile may have an ignore file of its own beside it, which then counts alone.",
  examples: [
    {
      text: "FROM alpine:3.22\nCOPY [|dist|] /app\n",
      files: { ".dockerignore": "# built\ndist/\n", "dist/a.js": "" },
    },
    {
      text: "FROM alpine:3.22\nCOPY src /app\nCOPY . /app\nCOPY --from=0 dist /app\n",
      files: { ".dockerignore": "dist\n", "src/a.js": "" },
    },
    {
      text: "FROM alpine:3.22\nCOPY dist /app\nCOPY [|./a.log|] b.log /app/\nADD [|/dist/b|] /app/\n",
      files: {
        ".dockerignore": "*.log\n!b.log\ndist\n!dist/a\n",
        "dist/a": "",
        "dist/b": "",
        "a.log": "",
        "b.log": "",
      },
    },
    {
      text: "FROM alpine:3.22\nARG DIR=dist\nCOPY [|$DIR/a|] /app\nCOPY $OTHER *.log /app/\n",
      files: { ".dockerignore": "**/a\n*.log\n", "dist/a": "" },
    },
    { text: "FROM alpine:3.22\nCOPY dist /app\n", files: { "dist/a": "" } },
  ],

  check(dockerfile, report, { outside }) {
    const { buildContext } = outside;
    if (!buildContext?.ignoreFile) return;
    const { name, text } = buildContext.ignoreFile;
    const ignoreFile = readIgnoreFile(text);
    if (ignoreFile.patterns.length === 0) return;
    for (const { source, path } of contextSources(dockerfile)) {
      if (!isIgnored(ignoreFile, path) || bringsBack(ignoreFile, path, buildContext)) continue;
      const pattern = ignoreFile.patterns.findLast((candidate) => candidate.matches(path));
      if (!pattern) continue;
      report({
        range: source.range,
        message: `"${source.value}" is left out of the build by "${pattern.text}" in line ${pattern.range.start.line + 1} of ${name}. Remove that pattern, or add "!${path}" below it.`,
        // BuildKit does not look where a pattern makes an exception.
        ...(ignoreFile.patterns.some(({ isException }) => isException) && { aliases: [] }),
      });
    }
  },
};

/** Whether something inside an ignored folder is brought back by a later pattern. */
function bringsBack(ignoreFile: IgnoreFile, path: string, { paths }: BuildContextFiles): boolean {
  if (!ignoreFile.patterns.some(({ isException }) => isException)) return false;
  const folder = `${path}/`;
  for (const candidate of paths)
    if (candidate.startsWith(folder) && !candidate.endsWith("/") && !isIgnored(ignoreFile, candidate))
      return true;
  return false;
}
