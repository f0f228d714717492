/** What the main Dockerfile of the workspace says. Each line is there for one of the features. */
export const mainDockerfile = `# syntax=docker/dockerfile:1
ARG VERSION=3.13
FROM python:\${VERSION}-slim AS base
MAINTAINER me@example.com
COPY missing.txt /app/
COPY   app.py /app/
RUN cd /app && python app.py

FROM base AS final
COPY --from=base /app /srv
expose 8080
`;

export const ignoreFile = "*.md\n!README.md\nnothing\n";

/** A folder of a few projects, with names as people have them; below `root`, a URI. */
export function languageWorkspace(root: string): Readonly<Record<string, string>> {
  const files = {
    Dockerfile: mainDockerfile,
    ".dockerignore": ignoreFile,
    // DL3007 is latest-tag.
    ".hadolint.yaml": "ignored:\n  - DL3007\n",
    "README.md": "# The sample\n",
    "notes.md": "Not for the image.\n",
    "app.py": "print('hello')\n",
    "api/Dockerfile": "FROM node:latest\nUSER root\n",
    "work%20f%C3%BCr%20sp%C3%A4ter/Containerfile": "FROM alpine:3.23\nMAINTAINER me@example.com\n",
    "web/index.html": "<p>Hello</p>\n",
  };
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${root}/${path}`, text]));
}

/** The place of a text, or of what follows `beside` in it. */
export function placeOf(text: string, part: string, offset = 0): readonly [number, number] {
  const start = text.indexOf(part);
  if (start === -1) throw new Error(`“${part}” does not occur.`);
  const before = text.slice(0, start + offset).split("\n");
  return [before.length - 1, before.at(-1)?.length ?? 0];
}

/** What a range covers, as `line:character-line:character` gives it. */
export function covered(text: string, range: string): string {
  const [startLine = 0, start = 0, endLine = 0, end = 0] = range.split(/[:-]/).map(Number);
  const lines = text.split("\n").slice(startLine, endLine + 1);
  lines[lines.length - 1] = lines.at(-1)?.slice(0, end) ?? "";
  lines[0] = lines[0]?.slice(start) ?? "";
  return lines.join("\n");
}
