import { isIgnored, readIgnoreFile } from "../ignoreFile/ignoreFile";
import { contextSources } from "../lint/contextSources";
import { nearestName } from "../lint/nearestName";
import type { BuildContextFiles } from "../lint/outside";
import type { Fix, Rule } from "../lint/rule";
import { climbsOut } from "../model/climbsOut";
import type { CopySource } from "../model/copyOf";

export const copyMissingSource: Rule = {
  id: "copy-missing-source",
  aliases: [],
  severity: "error",
  category: "instructions",
  needs: "build context",
  summary: "COPY or ADD takes a file that is not in the build context.",
  rationale:
    "Paths begin at the folder that the build is given, often that of the Dockerfile, and nothing outside of it can be copied. The build stops here. What another program makes first, such as `dist` or `target`, may just not be there yet.",
  examples: [
    {
      text: "FROM alpine:3.22\nCOPY [|requirments.txt|] /app/\n",
      files: { "requirements.txt": "", "app.py": "" },
      fixed: "FROM alpine:3.22\nCOPY requirements.txt /app/\n",
    },
    {
      text: "FROM alpine:3.22\nCOPY requirements.txt src ./lib/ /app/\n",
      files: { "requirements.txt": "", "src/a": "", "lib/b": "" },
    },
    {
      text: 'FROM alpine:3.22\nCOPY [[|"src/ap.js"|], "/"]\nADD [|/Src|] /\n',
      files: { "src/app.js": "" },
      fixed: 'FROM alpine:3.22\nCOPY ["src/app.js", "/"]\nADD src /\n',
    },
    { text: "FROM alpine:3.22\nCOPY ../secrets [|dist/app.js|] /\n", files: { "app.py": "" } },
    {
      text: "FROM alpine:3.22\nCOPY ../app.py *.js $X a.log https://a.com/b /\nCOPY --from=0 x /\nCOPY <<A /\nA\n",
      files: { "app.py": "", ".dockerignore": "*.log" },
    },
  ],

  check(dockerfile, report, { outside }) {
    const { buildContext } = outside;
    if (!buildContext) return;
    // Other rules report what is left out on purpose, and what lies outside.
    const ignoreFile = readIgnoreFile(buildContext.ignoreFile?.text ?? "");
    for (const { source, path } of contextSources(dockerfile)) {
      if (isThere(path, buildContext) || isIgnored(ignoreFile, path) || climbsOut(source.value ?? ""))
        continue;
      const nearest = source.text.includes("$") ? undefined : nearestPath(path, buildContext);
      const isMadeLater = nearest === undefined && made.test(path);
      report({
        range: source.range,
        message: `There is no "${source.value}" in the build context. ${adviceFor(nearest, isMadeLater)}`,
        ...(isMadeLater && { severity: "information" as const }),
        ...(nearest !== undefined && { fix: changeTo(nearest, source) }),
      });
    }
  },
};

/** What is built by another program before the image is. */
const made =
  /(?:^|\/)(?:\.next|\.output|artifacts|bin|build|dist|node_modules|obj|out|publish|release|target|vendor|wheels)(?:\/|$)|\.(?:deb|ear|exe|jar|rpm|war|whl)$/i;

function isThere(path: string, { paths, unlisted }: BuildContextFiles): boolean {
  if (paths.has(path) || paths.has(`${path}/`)) return true;
  const parts = `${path}/`.split("/").slice(0, -1);
  return (
    unlisted !== undefined &&
    parts.some((_, index) => unlisted.has(`${parts.slice(0, index + 1).join("/")}/`))
  );
}

/** A name in the same folder that it was probably meant to be, or the only file of that name elsewhere. */
function nearestPath(path: string, { paths }: BuildContextFiles): string | undefined {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const name = path.slice(folder.length);
  const all = Array.from(paths, (candidate) => candidate.replace(/\/$/, ""));
  const same = all.find((candidate) => candidate.toLowerCase() === path.toLowerCase());
  if (same !== undefined) return same;
  const names = all.flatMap((candidate) => {
    const rest = candidate.startsWith(folder) ? candidate.slice(folder.length) : "";
    return rest === "" || rest.includes("/") ? [] : [rest];
  });
  const nearest = nearestName(name, names, Math.max(1, Math.floor(name.length / 4)));
  if (nearest !== undefined) return folder + nearest;
  const elsewhere = all.filter((candidate) => candidate.endsWith(`/${name}`));
  return elsewhere.length === 1 ? elsewhere[0] : undefined;
}

function adviceFor(nearest: string | undefined, isMadeLater: boolean): string {
  if (nearest !== undefined) return `Did you mean "${nearest}"?`;
  if (isMadeLater) return "It may not be made yet: build it first, or make it in a separate stage.";
  return "Paths begin at the folder that is built; check the name and where it lies.";
}

function changeTo(path: string, { range, value }: CopySource): Fix {
  const { start, end } = range;
  const isQuoted = start.line !== end.line || end.character - start.character !== value.length;
  const newText = isQuoted || /\s/.test(path) ? JSON.stringify(path) : path;
  return { title: `Change to ${path}`, edits: [{ range, newText }], unsafe: true };
}
